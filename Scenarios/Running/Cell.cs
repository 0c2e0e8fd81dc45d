using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>One architecture at one point of a comparison, ready to be run as often as there are replications.</summary>
/// <param name="Comparison">Name of the comparison.</param>
/// <param name="Architecture">Name of the architecture.</param>
/// <param name="Point">Values of the factors that are varied, the architecture apart.</param>
/// <param name="Plan">The job laid out on the architecture.</param>
/// <param name="Times">Warm-up, measurement and draining.</param>
/// <param name="Replications">How often it is run [1].</param>
/// <param name="Text">The effective job and architecture as text: what the results depend on.</param>
public sealed record Cell(
    string Comparison,
    string Architecture,
    DesignPoint Point,
    Plan Plan,
    RunTimes Times,
    int Replications,
    string Text
)
{
    /// <summary>Name of the cell: comparison/architecture/point.</summary>
    public string Id => $"{Comparison}/{Architecture}/{Point}";

    /// <summary>Whether it is run beside a comparison rather than as a point of its question.</summary>
    public bool IsDerived => DerivedName.IsDerived(Comparison);

    /// <summary>The comparison of the file that it belongs to.</summary>
    public string Origin => DerivedName.Origin(Comparison);

    /// <summary>Whether it can be run.</summary>
    public bool IsFeasible => Plan.Infeasible.Count == 0;

    /// <summary>The case of a replication, counted from 1.</summary>
    public string CaseId(int replication) => $"{Id}/r{replication}";
}
