using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Finds comparisons of latency between architectures of which one loses more messages: the slow ones may be those that are missing.</summary>
public sealed class SurvivorCheck : ICheck
{
    /// <summary>A difference of fewer messages than this cannot move a 99th percentile by more than a tenth of what lies beyond it [1].</summary>
    private const double Least = 0.001;

    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        var pairs = results
            .Differences.Where(row => row is { Metric: "delivery", Verdict: Verdict.ALower or Verdict.BLower })
            .Where(row => Math.Abs(row.Difference) >= Least && ComparesLatency(results, row))
            .GroupBy(row => (row.Relation, row.A, row.B));
        foreach (var pair in pairs)
        {
            var widest = pair.MaxBy(row => Math.Abs(row.Difference))!;
            var points = pair.Count() == 1 ? Place(widest) : $" at {Wording.Number(pair.Count())} points, most{Place(widest)}";
            yield return new(
                RemarkKind.Note,
                $"Latency of {pair.Key.Relation}, {pair.Key.A} against {pair.Key.B}: it is that of messages which arrived, and delivery differs{points} "
                    + $"({Share(results, widest, pair.Key.A)} against {Share(results, widest, pair.Key.B)}); compare deadline misses."
            );
        }
    }

    private static bool ComparesLatency(ComparisonResults results, ComparisonRow delivery) =>
        results.Differences.Any(row =>
            row.Metric == "latency-mean"
            && row.Relation == delivery.Relation
            && row.Point == delivery.Point
            && row.A == delivery.A
            && row.B == delivery.B
        );

    private static string Place(ComparisonRow row) => row.Point.Length == 0 ? "" : $" at {Readable.Point(row.Point)}";

    private static string Share(ComparisonResults results, ComparisonRow row, string architecture) =>
        Readable.Percent(results.Find(architecture, row.Point, row.Relation, "delivery")!.Mean);
}
