using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Finds cells without an interval, and metrics that some replications could not measure.</summary>
public sealed class ReplicationCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        var counts = results
            .Runs.GroupBy(run => (run.Architecture, run.Point))
            .ToDictionary(cell => cell.Key, cell => cell.Select(run => run.Replication).Distinct().Count());
        if (counts.Values.Any(count => count < 2))
        {
            yield return new(
                RemarkKind.Warning,
                "One replication says nothing about the spread: there are no intervals and no verdicts. Use at least five (-r 5)."
            );
        }
        // Losses by reason are absent where nothing was lost for that reason. One sentence a relation: what is rare is rare everywhere.
        var partial = results
            .Means.Where(row => !row.Metric.Contains(':', StringComparison.Ordinal))
            .Where(row => MetricTable.Find(row.Metric).Family != MetricFamily.Diagnostic)
            .Where(row => row.Replications < counts[(row.Architecture, row.Point)])
            .GroupBy(row => row.Relation);
        foreach (var relation in partial)
        {
            var cells = relation.Select(Wording.Cell).Distinct().ToList();
            var fewest = relation.MinBy(row => row.Replications)!;
            yield return new(
                RemarkKind.Warning,
                $"{Wording.Capital(relation.Key.Length == 0 ? "some values" : relation.Key)} could not be measured in every replication, in {Wording.Cases(cells.Count)}: "
                    + $"only {fewest.Replications} of {counts[(fewest.Architecture, fewest.Point)]} for {Wording.Cell(fewest)}. Their means leave the others out; run longer or larger."
            );
        }
    }
}
