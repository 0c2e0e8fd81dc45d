using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>How devices share a direction of a cell: in turns of whole packets, or of parts of blocks.</summary>
internal static class CellSharingSuite
{
    private const double Load = 0.5;

    /// <summary>Mean length of a job in goes [1].</summary>
    private const int Mean = 50;

    private const int Runs = 20;

    /// <summary>Where jobs are very unequal, so are stays [1].</summary>
    private const int ManyRuns = 60;

    private const int Jobs = 3000;

    /// <summary>Length of a go [s].</summary>
    private static readonly double Go = SharingAir.Go * SharingAir.Interval.TotalSeconds;

    public static ValidationSuite Create() =>
        new(
            "cell-sharing",
            "Sharing a cell",
            "L. Kleinrock, Queueing Systems, vol. 2, Wiley 1976, section 4.4 (processor sharing: x/(1−ρ) for a job of length x, whatever the distribution of lengths), vol. 1, section 5.7 (Pollaczek and Khinchin: first come, first served).",
            "Poisson jobs of 400 ms on average at the downlink of one cell, load 0.5, each for another connected device. Shared: blocks of 8 intervals of 1 ms, of which each of n devices gets 8/n in turn; the turns are short against the jobs, so that the limit of processor sharing is expected. Not shared: one indivisible block a job. Lengths are whole numbers of 8 ms: all 50, geometric, or geometric with mean 25 (nine of ten) and 275.",
            ["lte-cat1"],
            [
                .. Rows("equal jobs", _ => Mean, Mean, Mean * Mean, Runs),
                .. Rows("geometric jobs", luck => Geometric(luck, Mean), Mean, SecondMoment(Mean), Runs),
                .. Rows(
                    "very unequal jobs",
                    luck => Geometric(luck, luck.Uniform() < 0.9 ? 25 : 275),
                    0.9 * 25 + 0.1 * 275,
                    0.9 * SecondMoment(25) + 0.1 * SecondMoment(275),
                    ManyRuns
                ),
            ]
        );

    private static IEnumerable<ValidationRow> Rows(string name, Func<RandomStream, int> size, double mean, double second, int runs)
    {
        var rate = Load / (mean * Go);
        var shared = Statistic<SharingRun>.Rows(
            Enumerable.Range(1, runs).Select(seed => new SharingRun(true, (ulong)seed, Jobs, rate, size)),
            // As wide as stays are spread.
            Criterion.InInterval(0.06),
            [new($"{name}, shared: mean stay", "s", mean * Go / (1 - Load), run => run.MeanStay)]
        );
        var inTurn = Statistic<SharingRun>.Rows(
            Enumerable.Range(1, runs).Select(seed => new SharingRun(false, (ulong)seed, Jobs, rate, size)),
            Criterion.InInterval(0.12),
            [
                new(
                    $"{name}, whole jobs in turn: mean stay",
                    "s",
                    mean * Go + rate * second * Go * Go / (2 * (1 - Load)),
                    run => run.MeanStay
                ),
            ]
        );
        return [.. shared, .. inTurn];
    }

    /// <summary>On 1, 2, … by one number.</summary>
    private static int Geometric(RandomStream luck, double mean) => 1 + (int)(Math.Log(1 - luck.Uniform()) / Math.Log(1 - 1 / mean));

    private static double SecondMoment(double mean) => mean * (2 * mean - 1);
}
