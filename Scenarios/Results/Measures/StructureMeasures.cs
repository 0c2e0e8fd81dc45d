using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Scenarios.Results.Measures;

/// <summary>What was built, and what stands or falls with it.</summary>
internal sealed class StructureMeasures(CaseFindings run, CaseSheet sheet)
{
    /// <summary>Nodes, sessions, and what the graph of tiers says.</summary>
    public void Add()
    {
        var plan = run.Network.Plan;
        var built = run
            .Network.Equipment.SelectMany(equipment => equipment.Installation.Components)
            .GroupBy(component => component.Kind)
            .ToList();
        foreach (var tier in plan.Tiers)
        {
            AddNode(tier.Name, tier.Platform?.Name ?? tier.Party!.Kind.ToString().ToLowerInvariant(), tier.Count);
        }

        foreach (var kind in built)
        {
            AddNode(
                kind.Key,
                string.Join("; ", kind.Select(component => component.Detail).Distinct()),
                kind.Sum(component => (long)component.Count)
            );
        }

        foreach (var edge in plan.Edges)
        {
            sheet.Topology.Add(
                new TopologyRow(
                    run.Cell.Comparison,
                    run.Cell.Architecture,
                    sheet.Point,
                    "session",
                    $"{edge.From} → {edge.To}",
                    edge.ToString(),
                    run.Network.Sessions[edge.Index].Count
                )
            );
        }

        // The cores of a server are no components of their own: the server is.
        var equipment = run.Network.Equipment.Where(equipment => !equipment.IsPlatform).ToList();
        sheet.Add(
            "",
            "components",
            plan.Tiers.Sum(tier => (double)tier.Count)
                + equipment.Sum(one => one.Installation.Components.Sum(component => (double)component.Count))
        );
        sheet.Add(
            "",
            "equipment",
            plan.Tiers.Where(tier => tier.Party is null).Sum(tier => (double)tier.Count)
                + equipment.Sum(one => one.Installation.Components.Sum(component => (double)component.Count))
        );
        sheet.Add("", "distinct-protocols", plan.Edges.Select(edge => edge.Protocol?.Name ?? edge.Own!.Name).Distinct().Count());
        sheet.Add("", "sessions", run.Network.Sessions.Sum(sessions => (double)sessions.Count));
        sheet.Add("", "relations-to-configure", Configuration.Entries(plan));
        sheet.Add("", "single-points-of-failure", SinglePoints.Count(plan, equipment));
        var radius = BlastRadius.Of(plan, run.Network.Equipment);
        sheet.Add("", "blast-radius", radius.Worst);
        sheet.Add("", "blast-radius-mean", radius.Mean);
    }

    private void AddNode(string name, string detail, long count) =>
        sheet.Topology.Add(new TopologyRow(run.Cell.Comparison, run.Cell.Architecture, sheet.Point, "node", name, detail, count));
}
