using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Results;
using M2mVsIoTSim.Scenarios.Results.Measures;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Runs one case: builds its network, runs it, reads the probes.</summary>
internal static class CaseRunner
{
    /// <summary>How often a run looks whether it shall end.</summary>
    private const int Slices = 200;

    /// <param name="cell">What to build.</param>
    /// <param name="study">Seed, library and sites.</param>
    /// <param name="replication">From 1.</param>
    /// <param name="key">Of the case.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <param name="watch">Adds observers of its own before the run.</param>
    /// <param name="joined">Told of every session of a protocol before it is made.</param>
    public static CaseResult Run(
        Cell cell,
        Study study,
        int replication,
        string key,
        CancellationToken cancellation,
        Action<BuiltNetwork>? watch = null,
        Action<EdgePlan, SessionPlan>? joined = null
    )
    {
        var sites = study.Sites.For(cell.Plan.Job);
        var network = NetworkBuilder.Build(cell.Plan, study.Library, sites, study.Seed, replication - 1, cell.Times, joined);
        var (begin, end) = (cell.Times.Begin, cell.Times.End);
        List<Relation> relations = [.. network.Trees.Select(tree => tree.Relation)];
        var deliveries = new DeliveryProbe(relations, begin, end);
        var probes = new CaseProbes(
            deliveries,
            new DropProbe(deliveries),
            new StageProbe(begin, end),
            new TrendProbe(relations, begin, end),
            new AirProbe(network.Simulation, begin, end),
            new ProducerProbe(begin, end),
            new ReactionProbe(relations, begin, end),
            new MovementProbe(begin, end)
        );
        foreach (var probe in probes.All)
        {
            network.Observers.Add(probe);
        }

        if (relations.Exists(relation => relation.Chain is not null))
        {
            network.Observers.Add(probes.Reactions);
        }

        watch?.Invoke(network);
        FleetEnergy.Count(Metered(network), begin, end);
        network.Open();
        RunUntil(network, begin, cancellation);
        var before = Usage.Read(network);
        var taken = Handled(network, relations);
        RunUntil(network, end, cancellation);
        var usages = Usage.Between(before, Usage.Read(network), end - begin);
        List<HandledMessages> messages =
        [
            .. Handled(network, relations).Zip(taken, (now, earlier) => now with { Number = now.Number - earlier.Number }),
        ];
        var energy = Fleets(network).Select(fleet => (fleet.Tier, FleetEnergy.Measure(fleet.Nodes, begin, end))).ToList();
        RunUntil(network, cell.Times.Over, cancellation);
        return new CaseTables(new CaseFindings(cell, study, replication, network, probes, energy, usages, messages)).ToResult(key);
    }

    /// <summary>What each equipment has handled since the start, always in the same order.</summary>
    private static List<HandledMessages> Handled(BuiltNetwork network, IReadOnlyList<Relation> relations) =>
        [
            .. from one in network.Equipment
            from relation in relations
            select new HandledMessages(one, relation.Name, one.Installation.Messages?.Of(relation) ?? 0),
        ];

    private static void RunUntil(BuiltNetwork network, SimTime end, CancellationToken cancellation)
    {
        var slice = Duration.Max((end - network.Simulation.Now) / Slices, 1.Milliseconds);
        while (network.Simulation.Now < end)
        {
            cancellation.ThrowIfCancellationRequested();
            network.Simulation.RunUntil(SimTime.Min(end, network.Simulation.Now + slice));
        }
    }

    private static IEnumerable<(TierPlan Tier, IReadOnlyList<Node> Nodes)> Fleets(BuiltNetwork network) =>
        network
            .Plan.Tiers.Where(tier => tier.Party?.Kind == PartyKind.Device || tier.Platform?.Power is not null)
            .Select(tier => (tier, network.Nodes[tier.Index]));

    private static IEnumerable<Node> Metered(BuiltNetwork network) => Fleets(network).SelectMany(fleet => fleet.Nodes);
}

/// <summary>The probes of a case.</summary>
internal sealed record CaseProbes(
    DeliveryProbe Deliveries,
    DropProbe Drops,
    StageProbe Stages,
    TrendProbe Trend,
    AirProbe Air,
    ProducerProbe Producers,
    ReactionProbe Reactions,
    MovementProbe Movement
)
{
    /// <summary>Those that every case needs; reactions are observed only where one relation causes another.</summary>
    public IReadOnlyList<Probe> All => [Deliveries, Drops, Stages, Trend, Air, Producers, Movement];
}
