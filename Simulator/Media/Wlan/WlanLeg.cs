using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Media.Wlan;

/// <summary>Between a station and what lies behind its access point.</summary>
internal sealed class WlanLeg(WlanChannel channel, WlanStation station, Port from, Port to, bool isUp) : Leg(channel, from, to)
{
    public WlanStation Station { get; } = station;

    public override DropReason? Cut => Station.Link.IsInRange ? null : DropReason.OutOfRange;

    public bool IsUp { get; } = isUp;
}
