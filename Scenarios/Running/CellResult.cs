using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Scenarios.Results;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>What the replications of one architecture at one point measured.</summary>
/// <param name="Cell">What was run.</param>
/// <param name="Cases">Its replications, in their order.</param>
public sealed record CellResult(Cell Cell, IReadOnlyList<CaseResult> Cases)
{
    /// <summary>A metric in each replication that measured it.</summary>
    /// <param name="metric">A name of <see cref="MetricTable"/>.</param>
    /// <param name="relation">What the metric is of: a relation, a party (energy), or empty for the whole architecture.</param>
    /// <exception cref="ArgumentException">There is no such metric, or it was not measured here.</exception>
    public IReadOnlyList<(int Replication, double Value)> Values(string metric, string relation = "")
    {
        MetricTable.Find(metric);
        var rows = Cases.SelectMany(result => result.Runs).ToList();
        var found = rows.Where(row => row.Metric == metric && row.Relation == relation)
            .Select(row => (row.Replication, row.Value))
            .ToList();
        return found.Count > 0
            ? found
            : throw new ArgumentException(
                $"{Cell.Id} has no '{metric}' of '{relation}'. Measured of: "
                    + $"{string.Join(", ", rows.Where(row => row.Metric == metric).Select(row => $"'{row.Relation}'").Distinct().DefaultIfEmpty("nothing"))}.",
                nameof(relation)
            );
    }

    /// <summary>The mean of a metric over the replications, with its 95 % interval.</summary>
    /// <param name="metric">A name of <see cref="MetricTable"/>.</param>
    /// <param name="relation">What the metric is of: a relation, a party (energy), or empty for the whole architecture.</param>
    /// <exception cref="ArgumentException">There is no such metric, or it was not measured here.</exception>
    public Estimate Estimate(string metric, string relation = "") =>
        Analysis.Statistics.Estimate.Of(Values(metric, relation).Select(pair => pair.Value), Summary.Confidence);
}
