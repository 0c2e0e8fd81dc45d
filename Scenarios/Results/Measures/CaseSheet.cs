using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Scenarios.Results.Measures;

/// <summary>The rows and warnings of a case as they are gathered.</summary>
/// <param name="cell">What was run.</param>
/// <param name="replication">Counted from 1.</param>
internal sealed class CaseSheet(Cell cell, int replication)
{
    /// <summary>Measured values.</summary>
    public List<RunRow> Runs { get; } = [];

    /// <summary>Counts of latencies.</summary>
    public List<DistributionRow> Distributions { get; } = [];

    /// <summary>Times in the stages of the way.</summary>
    public List<HopRow> Hops { get; } = [];

    /// <summary>What was built.</summary>
    public List<TopologyRow> Topology { get; } = [];

    /// <summary>Positions of the bill.</summary>
    public List<CostRow> Costs { get; } = [];

    /// <summary>What a reader has to know before believing.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The point of the cross as it stands in rows.</summary>
    public string Point { get; } = cell.Point.ToString();

    /// <summary>Adds a value in the unit of its metric.</summary>
    /// <param name="relation">Of what; empty for the architecture as a whole.</param>
    /// <param name="metric">Its name, of the table of metrics.</param>
    /// <param name="value">In the unit of the metric.</param>
    public void Add(string relation, string metric, double value) =>
        Runs.Add(
            new RunRow(
                cell.Comparison,
                cell.Architecture,
                cell.Plan.Family,
                Point,
                replication,
                relation,
                metric,
                value,
                MetricTable.Find(metric).Unit
            )
        );

    /// <summary>Adds a warning about this architecture at this point.</summary>
    public void Warn(string text) => Warnings.Add(About(text));

    /// <summary>A finding with the place where it was made.</summary>
    public string About(string finding) => $"{cell.Architecture} at {(Point.Length == 0 ? "its one point" : Point)}: {finding}";
}
