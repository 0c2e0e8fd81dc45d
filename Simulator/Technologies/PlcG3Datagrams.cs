using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.LowPan;
using M2mVsIoTSim.Radio.PowerLine;

namespace M2mVsIoTSim.Technologies;

/// <summary>DLMS messages as the frames that carry them over G3-PLC.</summary>
/// <remarks>Both addresses of the IPv6 header follow from those of the mesh header and are elided, as is the hop limit; UDP ports take 4 octets, the check sum stays (RFC 6282).</remarks>
internal sealed class PlcG3Datagrams(PlcG3Options options)
{
    /// <summary>Longest payload of UDP in an IPv6 packet of 1280 octets [B].</summary>
    public const int Maximum = 1280 - SixLowPan.InternetHeader - SixLowPan.UdpHeader;

    private readonly DlmsPoll _dlms = new(options.Ciphered);

    /// <summary>Octets of a response with content [B].</summary>
    public int Get(Content content) => _dlms.GetResponse(content);

    /// <summary>Octets of a request that sets content [B].</summary>
    public int Set(Content content) => _dlms.Set(content);

    /// <summary>What is asked and answered for a message from a meter.</summary>
    public (LowPanFragments Request, LowPanFragments Response) Reading(Content content) =>
        (Fragments(_dlms.Get), Fragments(_dlms.GetResponse(content)));

    /// <summary>What is asked and answered when a meter has nothing.</summary>
    public (LowPanFragments Request, LowPanFragments Response) Nothing => (Fragments(_dlms.Get), Fragments(_dlms.Nothing));

    /// <summary>What is asked and answered for a message to a meter.</summary>
    public (LowPanFragments Request, LowPanFragments Response) Setting(Content content) =>
        (Fragments(_dlms.Set(content)), Fragments(_dlms.SetDone));

    private LowPanFragments Fragments(int payload) =>
        SixLowPan.Fragments(
            SixLowPan.InternetHeader + SixLowPan.UdpHeader,
            SixLowPan.Iphc(0, 0, nextHeaderIsCompressed: true, hopLimitIsCompressed: true) + SixLowPan.UdpNhc(),
            payload,
            G3Frame.MaximumPsdu(options.Modulation) - options.FrameOverhead
        );
}
