using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.LteM;

/// <summary>Delays between the channels of LTE-M, half-duplex FDD.</summary>
/// <remarks>3GPP TS 36.213 §7.1.11, §8.0, §10.2 and TS 36.321, from memory: whatever ends in subframe n is followed in n + 2 or n + 4, so one or three subframes lie between.</remarks>
public static class Timing
{
    /// <summary>Subframe.</summary>
    public static readonly Duration Subframe = 1.Milliseconds;

    /// <summary>From the end of MPDCCH to PDSCH: n + 2.</summary>
    public static readonly Duration ToDownlink = 1.Milliseconds;

    /// <summary>From the end of MPDCCH to PUSCH: n + 4.</summary>
    public static readonly Duration ToUplink = 3.Milliseconds;

    /// <summary>From the end of PDSCH to the acknowledgement on PUCCH: n + 4.</summary>
    public static readonly Duration ToAcknowledgement = 3.Milliseconds;

    /// <summary>From the end of PUSCH or PUCCH to the next MPDCCH: decoding in n + 4, in which a half-duplex device turns round too.</summary>
    public static readonly Duration ToControl = 3.Milliseconds;

    /// <summary>From the end of the random-access response to Msg3: n + 6.</summary>
    public static readonly Duration ToRequest = 5.Milliseconds;

    /// <summary>From the end of the preamble to the response window: n + 3.</summary>
    public static readonly Duration ToResponse = 2.Milliseconds;
}
