using M2mVsIoTSim.Media.LrWpan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.LowPan;

namespace M2mVsIoTSim.Technologies;

/// <summary>How an IP packet crosses a hop of a 6LoWPAN: as IPv6 with compressed headers, in fragments where it is too long.</summary>
/// <remarks>
/// Within the network every packet is IPv6; the border router translates from and to IPv4 without state (RFC 7915), so that 20 octets of header become 40 and
/// everything else stays. The device's address is that of its short MAC address: elided on the hop that it is an end of, else 2 octets. The far end's address takes 8 octets with a context and 16
/// without. Hop limit 64 is elided on the first hop from the device, after which it is another. UDP ports take 4 octets, the check sum stays.
/// </remarks>
/// <param name="farContext">Whether the far end's prefix is a context.</param>
/// <param name="maximum">Longest IPv6 packet [B].</param>
internal sealed class LowPanCompression(bool farContext, int maximum)
{
    private const int Udp = 17;
    private const int OldHeader = 20;
    private const int Short = 2;

    /// <summary>The frames of a packet; null if it is too long.</summary>
    public LowPanFragments? Adapt(Packet packet, LowPanHop hop) => Fragments(packet.Length, packet.InternetProtocol == Udp, hop);

    /// <summary>The frames of a packet of some length; null if it is too long.</summary>
    /// <param name="length">As IPv4 [B].</param>
    /// <param name="isUdp">Whether it carries UDP, whose header is compressed too.</param>
    /// <param name="hop">Where.</param>
    public LowPanFragments? Fragments(int length, bool isUdp, LowPanHop hop)
    {
        var body = Math.Max(0, length - OldHeader);
        if (SixLowPan.InternetHeader + body > maximum)
        {
            return null;
        }

        var far = farContext ? 8 : 16;
        var device = (hop.IsUp ? hop.IsFirst : hop.IsLast) ? 0 : Short;
        var hasHopLimit64 = hop is { IsUp: true, IsFirst: true };
        var headers = SixLowPan.Iphc(hop.IsUp ? device : far, hop.IsUp ? far : device, isUdp, hasHopLimit64);
        var room = OQpsk.MaximumPsdu - hop.MacOctets;
        return isUdp
            ? SixLowPan.Fragments(
                SixLowPan.InternetHeader + SixLowPan.UdpHeader,
                headers + SixLowPan.UdpNhc(),
                body - SixLowPan.UdpHeader,
                room
            )
            : SixLowPan.Fragments(SixLowPan.InternetHeader, headers, body, room);
    }
}
