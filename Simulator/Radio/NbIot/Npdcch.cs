using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.NbIot;

/// <summary>The control channel of NB-IoT: search spaces and repetitions.</summary>
/// <remarks>
/// 3GPP TS 36.213 §16.6 (T = Rmax G, at least 4 ms, candidates of Rmax/8, Rmax/4, Rmax/2 and Rmax repetitions), from memory. An assignment of 23 bits and
/// 16 of CRC fills one subframe as a block of 16 bits and 24 of CRC does on NPDSCH: same code, same modulation, 39 bits against 40. So the repetitions that the
/// link-level table of tudo-cni/ns3-lena-nb, <c>clean_NPDSCH_100_TRBlks.csv</c>, gives for that block in-band at each coupling loss are taken (its noise of one
/// step removed by never going down with growing loss).
/// </remarks>
public static class Npdcch
{
    /// <summary>Rmax: greatest number of repetitions in a search space [1].</summary>
    public static IReadOnlyList<int> RepetitionSet { get; } = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048];

    /// <summary>G: period of a search space over its length [1].</summary>
    public static IReadOnlyList<double> StartSet { get; } = [1.5, 2, 4, 8, 16, 32, 48, 64];

    /// <summary>Repetitions for a block error of 10 % at a coupling loss of at most 140, 141, ... 164 dB [1].</summary>
    private static readonly int[] RepetitionsFrom140 =
    [
        1,
        2,
        2,
        2,
        2,
        2,
        2,
        2,
        4,
        4,
        4,
        4,
        8,
        8,
        32,
        32,
        32,
        32,
        64,
        64,
        128,
        128,
        128,
        256,
        256,
    ];

    /// <summary>Length of an assignment in usable subframes.</summary>
    /// <param name="repetitions">One of <see cref="RepetitionSet"/> [1].</param>
    public static Duration Airtime(int repetitions) => Numerology.Subframe * (long)repetitions;

    /// <summary>Period of a search space, T = Rmax G, in which an assignment may begin.</summary>
    /// <param name="maximumRepetitions">Rmax [1].</param>
    /// <param name="start">G [1].</param>
    public static Duration Period(int maximumRepetitions, double start) =>
        Duration.Max(Numerology.Subframe * (maximumRepetitions * start), 4.Milliseconds);

    /// <summary>Repetitions for a block error of at most 10 % [1].</summary>
    /// <param name="couplingLoss">At most 164 [dB].</param>
    public static int Repetitions(double couplingLoss)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(couplingLoss, LinkAdaptation.GreatestCouplingLoss);
        return RepetitionsFrom140[Math.Max((int)Math.Ceiling(couplingLoss) - 140, 0)];
    }

    /// <summary>The candidate that a base station takes: the smallest of Rmax/8 to Rmax that suffices, else Rmax [1].</summary>
    /// <param name="couplingLoss">At most 164 [dB].</param>
    /// <param name="maximumRepetitions">Rmax [1].</param>
    public static int Candidate(double couplingLoss, int maximumRepetitions)
    {
        var needed = Repetitions(couplingLoss);
        var candidate = Math.Max(maximumRepetitions / 8, 1);
        while (candidate < needed && candidate < maximumRepetitions)
        {
            candidate *= 2;
        }

        return candidate;
    }
}
