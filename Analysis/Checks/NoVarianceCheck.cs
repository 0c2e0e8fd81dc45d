using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Finds latencies and energies that come out alike in every replication, as if nothing in the model were random.</summary>
public sealed class NoVarianceCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        foreach (var metric in results.Means.Where(IsConstant).GroupBy(row => (row.Metric, row.Relation, row.Architecture)))
        {
            yield return new(
                RemarkKind.Note,
                $"{metric.Key.Metric} of {Subject(metric.Key.Relation)}{metric.Key.Architecture} is the same in every replication{Points(metric.Count())}: nothing random reaches it, so its interval has no width."
            );
        }
    }

    private static bool IsConstant(SummaryRow row) =>
        row is { HalfWidth: 0, Metric: "latency-mean" or "energy-per-day" } and not { Mean: 0 };

    /// <summary>The relation or party, as it stands before the architecture's name.</summary>
    private static string Subject(string relation) => relation.Length == 0 ? "" : $"{relation} in ";

    private static string Points(int count) => count == 1 ? "" : $" in {Wording.Cases(count)}";
}
