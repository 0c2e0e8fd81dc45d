using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Media.Wlan;

/// <summary>Currents of a station's radio.</summary>
/// <param name="Volts">Supply voltage [V].</param>
/// <param name="Rest">Without traffic: listening, dozing with the beacons that it wakes for, or off [A].</param>
/// <param name="Listen">Awake, neither sending nor receiving for itself [A].</param>
/// <param name="Transmit">Sending [A].</param>
/// <param name="Receive">Receiving [A].</param>
/// <param name="WakeUp">Waking up or associating, on average [A].</param>
public sealed record WlanCurrents(double Volts, double Rest, double Listen, double Transmit, double Receive, double WakeUp)
{
    internal const int ListenState = 1;
    internal const int TransmitState = 2;
    internal const int ReceiveState = 3;
    internal const int WakeUpState = 4;

    /// <summary>The states as a port's meter knows them.</summary>
    /// <param name="name">Of the radio.</param>
    /// <param name="conditions">Under which it works, where they change what a message costs.</param>
    public PowerProfile States(string name, string conditions) =>
        new(
            name,
            Volts,
            [new("rest", Rest), new("listen", Listen), new("transmit", Transmit), new("receive", Receive), new("wake-up", WakeUp)]
        )
        {
            Transmit = TransmitState,
            Conditions = conditions,
        };
}
