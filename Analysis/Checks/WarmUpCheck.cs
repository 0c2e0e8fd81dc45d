using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Finds cells whose measurement begins before the latencies have settled, as far as that changes their mean.</summary>
/// <remarks>
/// MSER-5 cuts a little off even where nothing is wrong; what counts is whether the mean with and without that part differ in all
/// replications alike, and by an amount that a reader would notice.
/// </remarks>
public sealed class WarmUpCheck : ICheck
{
    /// <summary>A smaller shift of the mean hides behind the digits of a table [1].</summary>
    private const double Noticeable = 0.01;

    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        var cells = results
            .Means.Where(row => row.Metric == "warm-up-left")
            .Select(row => (Left: row, Shift: Shift(results, row)))
            .Where(cell => cell.Shift.P is not null)
            .ToArray();
        // Many cells are looked at, and a few would seem unsettled by chance.
        var shifted = cells
            .Zip(Holm.Adjust([.. cells.Select(cell => cell.Shift.P!.Value)]))
            .Where(cell => cell.Second < 1 - Summary.Confidence)
            .Select(cell => (cell.First.Left, Relative: Relative(results, cell.First.Left, cell.First.Shift)))
            .Where(cell => Math.Abs(cell.Relative) > Noticeable)
            .GroupBy(cell => cell.Left.Relation);
        foreach (var relation in shifted)
        {
            var (left, relative) = relation.MaxBy(cell => Math.Abs(cell.Relative));
            yield return new(
                RemarkKind.Warning,
                $"The latency of {relation.Key} has not settled when the measurement begins, in {Wording.Cases(relation.Count())}: for {Wording.Cell(left)}, "
                    + $"the first {Readable.Percent(left.Mean)} of the measured time (MSER-5) {(relative > 0 ? "raises" : "lowers")} the mean by {Readable.Percent(Math.Abs(relative))}. "
                    + (
                        left.Mean > 0.5
                            ? "So late it may never settle: look for a queue that grows, or run longer."
                            : "Set a longer warm-up."
                    )
            );
        }
    }

    private static PairedDifference Shift(ComparisonResults results, SummaryRow cell)
    {
        var (all, settled) = (Values(results, cell, "latency-mean"), Values(results, cell, "latency-settled"));
        int[] replications = [.. settled.Keys.Order()];
        return PairedDifference.Of([.. replications.Select(r => all[r])], [.. replications.Select(r => settled[r])], Summary.Confidence);
    }

    private static double Relative(ComparisonResults results, SummaryRow cell, PairedDifference shift) =>
        shift.Difference.Mean / results.Find(cell.Architecture, cell.Point, cell.Relation, "latency-settled")!.Mean;

    private static Dictionary<int, double> Values(ComparisonResults results, SummaryRow cell, string metric) =>
        results
            .Runs.Where(run =>
                (run.Architecture, run.Point, run.Relation, run.Metric) == (cell.Architecture, cell.Point, cell.Relation, metric)
            )
            .ToDictionary(run => run.Replication, run => run.Value);
}
