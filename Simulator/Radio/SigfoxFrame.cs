using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Sizes of Sigfox frames.</summary>
/// <remarks>
/// Uplink, library for end points of sigfox-tech-radio (sigfox-ep-lib): preamble 2, frame type 2, flags and counter 2, identifier 4, payload in steps of four
/// octets above one, authentication 2 to 5, CRC 2.
/// </remarks>
public static class SigfoxFrame
{
    /// <summary>Greatest payload of an uplink [B].</summary>
    public const int MaximumPayload = 12;

    /// <summary>Payload of every downlink; shorter content is padded [B].</summary>
    public const int DownlinkPayload = 8;

    /// <summary>Octets of a downlink frame: preamble and synchronisation 13, error correction 4, payload 8, authentication 2, CRC 1.</summary>
    /// <remarks>From memory; with it the mean reception of a downlink that begins evenly within 25 s is the 12.69 s that Gomez et al. 2019 measured.</remarks>
    public const int DownlinkOctets = 28;

    /// <summary>Octets of an uplink frame.</summary>
    /// <param name="payload">0 (a message of one bit) to 12 [B].</param>
    public static int UplinkOctets(int payload)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(payload);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payload, MaximumPayload);
        return payload switch
        {
            0 => 14,
            1 => 15,
            <= 4 => 18,
            <= 8 => 22,
            _ => 26,
        };
    }

    /// <summary>Time on air of an uplink frame.</summary>
    /// <param name="payload">0 to 12 [B].</param>
    /// <param name="rate">100 or 600 bit/s.</param>
    public static Duration UplinkAirtime(int payload, BitRate rate) => rate.TimeFor(UplinkOctets(payload));
}
