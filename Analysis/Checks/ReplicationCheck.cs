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
        // Losses by reason are absent where nothing was lost for that reason.
        foreach (var row in results.Means.Where(row => !row.Metric.Contains(':', StringComparison.Ordinal)))
        {
            var all = counts[(row.Architecture, row.Point)];
            if (row.Replications < all)
            {
                yield return new(
                    RemarkKind.Warning,
                    $"Only {row.Replications} of {all} replications of {Wording.Cell(row)} could measure {row.Metric}{Wording.Of(row.Relation)}; its mean leaves the others out."
                );
            }
        }
    }
}
