using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.NbIot;

/// <summary>How a block is sent on NPDSCH.</summary>
/// <param name="Index">I_TBS, 0 to 12 [1].</param>
/// <param name="Subframes">N_SF [1].</param>
/// <param name="Repetitions">One of <see cref="RepetitionSet"/> [1].</param>
public readonly record struct NpdschFormat(int Index, int Subframes, int Repetitions) : ITransportFormat
{
    /// <summary>Numbers of repetitions, 3GPP TS 36.213 table 16.4.1.3-2 [1].</summary>
    public static IReadOnlyList<int> RepetitionSet { get; } = [1, 2, 4, 8, 16, 32, 64, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048];

    /// <summary>Size of the transport block [bit]; 0 if the standard has none.</summary>
    public int BlockSize => TransportBlocks.Npdsch(Index, Subframes);

    /// <summary>Time in usable subframes, without the anchor's own signals.</summary>
    public Duration Airtime => Numerology.Subframe * (long)(Subframes * Repetitions);
}
