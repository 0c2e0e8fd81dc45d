using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Results.Measures;

/// <summary>What moving costs.</summary>
internal sealed class MovementMeasures(CaseFindings run, CaseSheet sheet)
{
    /// <summary>Changes of cell, where devices move and attach to cells at all.</summary>
    public void Add(TierPlan tier)
    {
        if (
            tier.Party?.Moves is not null
            && run.Network.Plan.Edges.Any(edge => edge.From == tier && edge.Technologies.Any(one => one is CellTechnology))
        )
        {
            var nodes = run.Network.Nodes[tier.Index];
            var deviceDays = run.Days * tier.Count;
            sheet.Add(tier.Name, "cell-changes", run.Probes.Movement.Changes(nodes) / deviceDays);
            sheet.Add(tier.Name, "re-attach-time", run.Probes.Movement.Interrupted(nodes).TotalSeconds / deviceDays);
        }
    }
}
