using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.NbIot;

/// <summary>Delays between the channels of NB-IoT, and gaps within long transmissions.</summary>
/// <remarks>
/// 3GPP TS 36.213 §16.4.1, §16.4.2, §16.5.1 and tables 16.4.1-1, 16.5.1-1, 16.3.3-1, 16.4.2-1, as in srsRAN 4G <c>ra_nbiot.c</c>; uplink gaps of
/// TS 36.211 §10.1.3.6 from memory.
/// </remarks>
public static class Scheduling
{
    /// <summary>From the end of NPDCCH to the earliest NPDSCH.</summary>
    public static readonly Duration ToDownlink = 4.Milliseconds;

    /// <summary>From the end of NPDSCH to the earliest acknowledgement.</summary>
    public static readonly Duration ToAcknowledgement = 12.Milliseconds;

    /// <summary>From the end of NPDCCH to the earliest NPUSCH.</summary>
    public static readonly Duration ToUplink = 8.Milliseconds;

    /// <summary>From the end of NPUSCH to the earliest NPDCCH.</summary>
    public static readonly Duration ToControl = 3.Milliseconds;

    /// <summary>After this much transmission a gap is due, in which the device listens to correct its clock.</summary>
    public static readonly Duration UplinkStretch = 256.Milliseconds;

    /// <summary>Length of such a gap.</summary>
    public static readonly Duration UplinkGap = 40.Milliseconds;

    /// <summary>From this Rmax on the longer scheduling delays of NPDSCH hold [1].</summary>
    public const int LongDelaysFrom = 128;

    /// <summary>k0 of NPUSCH [ms], of which the least equals <see cref="ToUplink"/>.</summary>
    public static IReadOnlyList<int> UplinkDelays { get; } = [8, 16, 32, 64];

    /// <summary>k0 of Msg3 [ms].</summary>
    public static IReadOnlyList<int> Msg3Delays { get; } = [12, 16, 32, 64];

    /// <summary>k0 of the acknowledgement at 15 kHz [ms].</summary>
    public static IReadOnlyList<int> AcknowledgementDelays { get; } = [13, 15, 17, 18];

    private static readonly int[] Short = [0, 4, 8, 12, 16, 32, 64, 128];
    private static readonly int[] Long = [0, 16, 32, 64, 128, 256, 512, 1024];

    /// <summary>k0 of NPDSCH, on top of <see cref="ToDownlink"/> [ms].</summary>
    /// <param name="maximumRepetitions">Rmax of the search space [1].</param>
    public static IReadOnlyList<int> DownlinkDelays(int maximumRepetitions) => maximumRepetitions < LongDelaysFrom ? Short : Long;

    /// <summary>Length of a transmission with its gaps: 40 ms after each 256 ms, none behind the end.</summary>
    /// <param name="airtime">NPUSCH without gaps.</param>
    public static Duration WithUplinkGaps(Duration airtime) =>
        airtime <= Duration.Zero ? airtime : airtime + UplinkGap * ((airtime.Nanoseconds - 1) / UplinkStretch.Nanoseconds);
}
