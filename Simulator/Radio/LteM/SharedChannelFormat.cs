using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.LteM;

/// <summary>How a block is sent on PUSCH or PDSCH.</summary>
/// <param name="Index">I_TBS [1].</param>
/// <param name="ResourceBlocks">N_PRB, 1 to 6 [1].</param>
/// <param name="BlockSize">Size of the transport block [bit].</param>
/// <param name="Repetitions">Subframes in which it is sent [1].</param>
public readonly record struct SharedChannelFormat(int Index, int ResourceBlocks, int BlockSize, int Repetitions)
{
    private static readonly int[] ModeA = [1, 2, 4, 8, 16, 32];
    private static readonly int[] ModeB = [1, 4, 8, 16, 32, 64, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048];

    /// <summary>Time on air of all repetitions.</summary>
    public Duration Airtime => Timing.Subframe * (long)Repetitions;

    /// <summary>From the first to the last subframe of an uplink, with the gaps of long transmissions: 40 ms after each 256 ms.</summary>
    /// <remarks>3GPP TS 36.211 §5.3.4, half-duplex devices, from memory; as with NB-IoT.</remarks>
    public Duration Length => NbIot.Scheduling.WithUplinkGaps(Airtime);

    /// <summary>Numbers of repetitions, 3GPP TS 36.213 tables 7.1.11 and 8-2, from memory [1].</summary>
    public static IReadOnlyList<int> RepetitionSet(CoverageMode mode) => mode == CoverageMode.A ? ModeA : ModeB;
}
