using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Says what it brought that both sides met the same luck; the ratios themselves are in <c>comparisons.csv</c>.</summary>
public sealed class PairingCheck : ICheck
{
    /// <summary>With fewer pairs the ratio of two variances says nothing.</summary>
    private const int FewestPairs = 5;

    /// <summary>Ratios that differ less than this from 1 differ by chance.</summary>
    private const double Noticeable = 1.25;

    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        double[] ratios =
        [
            .. results
                .Differences.Where(row => row is { Metric: "latency-mean", Pairs: >= FewestPairs } and not { Verdict: Verdict.Identical })
                .Select(row => row.VarianceRatio)
                .OfType<double>()
                .Order(),
        ];
        if (ratios.Length == 0)
            yield break;
        var median = ratios[ratios.Length / 2];
        const string Same = "Both sides met the same arrivals, places and disturbances in each replication.";
        yield return new(
            RemarkKind.Note,
            median < 1 / Noticeable
                    ? $"{Same} That tells their latencies apart as surely as {Readable.Significant(Math.Round(1 / median, 1))} times as many replications would in which each side has luck of its own."
                : median > Noticeable
                    ? $"{Same} For their latencies this was no help: what slows one side down speeds the other up, so that their differences vary more than with luck of their own."
                : $"{Same} For their latencies this made little difference: they do not go up and down together."
        );
    }
}
