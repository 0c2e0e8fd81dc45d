using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Media;

/// <summary>Currents of a cellular modem.</summary>
/// <param name="Name">Name of the modem.</param>
/// <param name="Volts">Supply voltage [V].</param>
/// <param name="Rest">Asleep, idle with paging, or off, depending on its power saving [A].</param>
/// <param name="Idle">Idle with paging, during the active time before deep sleep [A].</param>
/// <param name="Promotion">While it connects [A].</param>
/// <param name="Transmit">While it sends [A].</param>
/// <param name="Receive">While it receives [A].</param>
/// <param name="Connected">While it is connected and neither sends nor receives [A].</param>
public sealed record ModemProfile(
    string Name,
    double Volts,
    double Rest,
    double Idle,
    double Promotion,
    double Transmit,
    double Receive,
    double Connected
)
{
    internal const int IdleState = 1;
    internal const int PromotionState = 2;
    internal const int TransmitState = 3;
    internal const int ReceiveState = 4;
    internal const int ConnectedState = 5;

    /// <summary>The states as a port's meter knows them.</summary>
    public PowerProfile States =>
        new(
            Name,
            Volts,
            [
                new("rest", Rest),
                new("idle", Idle),
                new("promotion", Promotion),
                new("transmit", Transmit),
                new("receive", Receive),
                new("connected", Connected),
            ]
        )
        {
            Transmit = TransmitState,
        };
}
