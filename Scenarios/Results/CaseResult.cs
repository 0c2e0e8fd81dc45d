using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Scenarios.Results;

/// <summary>What one run left behind: one file, one unit of resuming and reuse.</summary>
/// <param name="Id">Comparison, architecture, point and replication.</param>
/// <param name="Key">Hash of everything that determines the result; a finished case is reused while it stays the same.</param>
/// <param name="Digest">Hash of the results.</param>
/// <param name="Events">Wake-ups fired [1].</param>
/// <param name="Runs">Values measured.</param>
/// <param name="Distributions">Latency counts.</param>
/// <param name="Hops">Latency by stage.</param>
/// <param name="Topology">What was built.</param>
/// <param name="Costs">Positions of its bill.</param>
/// <param name="Usages">For how much of the time shared capacities were in use.</param>
/// <param name="Warnings">What to look at before believing the results.</param>
public sealed record CaseResult(
    string Id,
    string Key,
    string Digest,
    long Events,
    IReadOnlyList<RunRow> Runs,
    IReadOnlyList<DistributionRow> Distributions,
    IReadOnlyList<HopRow> Hops,
    IReadOnlyList<TopologyRow> Topology,
    IReadOnlyList<CostRow> Costs,
    IReadOnlyList<Usage> Usages,
    IReadOnlyList<string> Warnings
);
