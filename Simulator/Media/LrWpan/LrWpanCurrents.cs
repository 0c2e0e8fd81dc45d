using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Media.LrWpan;

/// <summary>What a radio draws.</summary>
/// <param name="Volts">Supply voltage [V].</param>
/// <param name="Sleep">Asleep [A].</param>
/// <param name="Idle">Awake with receiver and transmitter off: during backoffs [A].</param>
/// <param name="Receive">Listening, assessing the channel, or turning round [A].</param>
/// <param name="Transmit">Sending [A].</param>
public sealed record LrWpanCurrents(double Volts, double Sleep, double Idle, double Receive, double Transmit)
{
    internal const int IdleState = 1;
    internal const int ReceiveState = 2;
    internal const int TransmitState = 3;
    internal const int AlwaysOnTransmitState = 1;

    /// <summary>States of a device that sleeps between its frames.</summary>
    public PowerProfile Sleeping =>
        new("802.15.4 radio, sleeping", Volts, [new("sleep", Sleep), new("idle", Idle), new("receive", Receive), new("transmit", Transmit)])
        {
            Transmit = TransmitState,
        };

    /// <summary>States of a device that always listens.</summary>
    public PowerProfile AlwaysOn =>
        new("802.15.4 radio, always on", Volts, [new("receive", Receive), new("transmit", Transmit)]) { Transmit = AlwaysOnTransmitState };
}
