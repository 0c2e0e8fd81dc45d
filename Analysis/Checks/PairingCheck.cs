using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Says what the common random numbers brought.</summary>
public sealed class PairingCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        double[] ratios =
        [
            .. results.Differences.Where(row => row.Metric == "latency-mean").Select(row => row.VarianceRatio).OfType<double>().Order(),
        ];
        if (ratios.Length == 0)
            yield break;
        var median = ratios[ratios.Length / 2];
        yield return new(
            RemarkKind.Note,
            median < 1
                ? $"Meeting the same luck on both sides left {Readable.Percent(median)} of the variance of differences in latency-mean (median), as if there were {Readable.Significant(1 / median)} times as many replications."
                : $"Meeting the same luck on both sides did not narrow the differences in latency-mean (median variance ratio {Readable.Significant(median)})."
        );
    }
}
