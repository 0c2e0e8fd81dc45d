using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Finds the way of every relation along the edges of a plan.</summary>
internal sealed class RoutePlanner(Job job, Architecture architecture, TierPlanner tiers, EdgePlanner edges, Complaints complaints)
{
    private readonly List<RoutePlan> _routes = [];
    private readonly List<string> _infeasible = [];
    private readonly List<string> _notModelled = [];

    /// <summary>The routes so far, in the order of the file.</summary>
    public IReadOnlyList<RoutePlan> Routes => _routes;

    /// <summary>Why the job cannot be done along these ways.</summary>
    public IReadOnlyList<string> Infeasible => _infeasible;

    /// <summary>What the relations ask of these ways but the models cannot yet simulate.</summary>
    public IReadOnlyList<string> NotModelled => _notModelled;

    /// <summary>Adds the routes of every relation to every consuming party.</summary>
    public void AddAll()
    {
        foreach (var (name, spec) in job.Relations)
        {
            // A name that leads nowhere has been told.
            if (tiers.Find(spec.From) is not { } from || (spec.Through is { } through && tiers.Find(through) is null))
            {
                continue;
            }

            foreach (var party in spec.To)
            {
                if (tiers.Find(party) is { } to && Way(name, spec, from, to) is { } steps)
                {
                    _routes.Add(new RoutePlan(name, spec, to, steps));
                    CheckLength(name, steps);
                }
            }
        }

        foreach (var edge in edges.Edges)
        {
            if (edge.Own is { } own)
            {
                CheckCarriage(edge, own);
            }
        }
    }

    private List<RouteStep>? Way(string name, RelationSpec spec, TierPlan from, TierPlan to)
    {
        if (from == to && from.Count == 1)
        {
            _infeasible.Add($"relation '{name}': '{from.Name}' has one member, which has nobody to talk to.");
            return null;
        }

        if (from == to && spec.Pairing == Pairing.OneToOne)
        {
            complaints.Add(spec, nameof(RelationSpec.Pairing), $"relation '{name}' pairs every member of '{from.Name}' with itself");
            return null;
        }

        if (from == to && spec.Through is null)
        {
            return Round(name, from);
        }

        var through = spec.Through is null || spec.Through == to.Name ? null : tiers.Find(spec.Through);
        var steps = through is null
            ? Shortest(from, to, backAllowed: edge => edge.IsTwoWay)
            : Join(Shortest(from, through, edge => edge.IsTwoWay), Shortest(through, to, edge => edge.IsTwoWay));
        if (steps is not null)
        {
            return steps;
        }

        var ifTwoWay = through is null
            ? Shortest(from, to, _ => true)
            : Join(Shortest(from, through, _ => true), Shortest(through, to, _ => true));
        if (ifTwoWay is not null)
        {
            var oneWay = ifTwoWay.First(step => step.IsBack && !step.Edge.IsTwoWay).Edge.Technologies.First(t => !t.Traits.IsTwoWay);
            _notModelled.Add($"relation '{name}': messages to devices over {oneWay.Name}, whose model carries messages from devices only");
        }
        else if (!(through is null ? MayReach(from, to) : MayReach(from, through) && MayReach(through, to)))
        {
            complaints.Add(
                architecture,
                $"relation '{name}' finds no way from '{from.Name}'{(through is null ? "" : $" through '{through.Name}'")} to '{to.Name}'; "
                    + "the hops do not join them"
            );
        }

        return null;
    }

    /// <summary>The shortest way from a party to its other members: a hop among them, or out and back again.</summary>
    private List<RouteStep>? Round(string name, TierPlan party)
    {
        List<List<RouteStep>> ways = [];
        foreach (var edge in edges.Edges)
        {
            if (edge.From == party && edge.To == party)
            {
                return [new RouteStep(edge, IsBack: false)];
            }

            var first =
                edge.From == party ? new RouteStep(edge, IsBack: false)
                : edge.To == party && edge.IsTwoWay ? new RouteStep(edge, IsBack: true)
                : null;
            if (first is not null && PassesOn(first.To) && Shortest(first.To, party, one => one.IsTwoWay) is { } rest)
            {
                ways.Add([first, .. rest]);
            }
        }

        if (ways.MinBy(way => way.Count) is not { } best)
        {
            if (edges.Doubtful.Count == 0)
            {
                complaints.Add(
                    architecture,
                    $"relation '{name}' finds no way among the members of '{party.Name}'; add a hop from '{party.Name}' to '{party.Name}', or one to a server"
                );
            }

            return null;
        }

        if (best.Skip(1).Any(step => step.From.Count > 1))
        {
            _notModelled.Add($"relation '{name}': members of '{party.Name}' that talk to each other past several of one kind");
        }

        return best;
    }

    /// <summary>Whether there would be a way if all hops were right that have been complained about.</summary>
    private bool MayReach(TierPlan from, TierPlan to)
    {
        var reached = new HashSet<TierPlan>(ReferenceEqualityComparer.Instance) { from };
        var frontier = new Queue<TierPlan>([from]);
        while (frontier.TryDequeue(out var tier))
        {
            if (tier != from && !PassesOn(tier) && !tiers.IsDoubtful(tier))
            {
                continue;
            }

            var next = edges
                .Edges.SelectMany(edge =>
                    edge.From == tier ? [edge.To]
                    : edge.To == tier ? new[] { edge.From }
                    : []
                )
                .Concat(edges.Doubtful.SelectMany(hop => hop.Beyond(tier, tiers.Tiers)));
            foreach (var neighbour in next.Where(reached.Add))
            {
                frontier.Enqueue(neighbour);
            }
        }

        return reached.Contains(to);
    }

    private static List<RouteStep>? Join(List<RouteStep>? first, List<RouteStep>? second) =>
        first is null || second is null ? null : [.. first, .. second];

    /// <summary>The way with the fewest edges; of several, the one whose hops come first in the file.</summary>
    private List<RouteStep>? Shortest(TierPlan from, TierPlan to, Func<EdgePlan, bool> backAllowed)
    {
        var cameBy = new Dictionary<TierPlan, RouteStep?>(ReferenceEqualityComparer.Instance) { [from] = null };
        var frontier = new Queue<TierPlan>([from]);
        while (frontier.TryDequeue(out var tier) && !cameBy.ContainsKey(to))
        {
            if (tier != from && !PassesOn(tier))
            {
                continue;
            }

            foreach (var edge in edges.Edges)
            {
                var step =
                    edge.From == tier ? new RouteStep(edge, IsBack: false)
                    : edge.To == tier && backAllowed(edge) ? new RouteStep(edge, IsBack: true)
                    : null;
                if (step is not null && cameBy.TryAdd(step.To, step))
                {
                    frontier.Enqueue(step.To);
                }
            }
        }

        if (!cameBy.TryGetValue(to, out var last))
        {
            return null;
        }

        List<RouteStep> steps = [];
        for (; last is not null; last = cameBy[last.From])
        {
            steps.Insert(0, last);
        }

        return steps;
    }

    /// <summary>A device or person in the middle of a way would have to forward for others: only the producer's own hops start at one.</summary>
    private static bool PassesOn(TierPlan tier) => tier.Party is not { Kind: PartyKind.Device or PartyKind.Person };

    /// <summary>Whether a technology carries each relation that crosses its edge, and if so, all of them together.</summary>
    private void CheckCarriage(EdgePlan edge, SessionTechnology own)
    {
        var crossing = _routes
            .SelectMany(route => route.Steps.Where(step => step.Edge == edge).Select(step => (Route: route, step.IsBack)))
            .GroupBy(one => (one.Route.Relation, one.IsBack))
            .Select(group =>
                (group.Key.Relation, Flow: group.Select(one => FlowAt(edge, one.Route, one.IsBack)).MaxBy(flow => flow.MessagesPerSecond)!)
            )
            .ToList();
        var refused = crossing
            .Select(one => (one.Relation, Reason: own.Refuses([one.Flow])))
            .Where(one => one.Reason is not null)
            .Select(one => $"relation '{one.Relation}': {one.Reason}")
            .ToList();
        if (refused.Count == 0 && crossing.Count > 1 && own.Refuses([.. crossing.Select(one => one.Flow)]) is { } reason)
        {
            refused.Add($"relations '{string.Join("', '", crossing.Select(one => one.Relation).Distinct())}' together: {reason}");
        }

        _infeasible.AddRange(refused);
    }

    /// <summary>What a relation means for one member of the near end of an edge; a storm happens once.</summary>
    private DeviceFlow FlowAt(EdgePlan edge, RoutePlan route, bool isBack)
    {
        var spec = route.Spec;
        var end = isBack ? edge.From : edge.To;
        var copies = end == route.Consumer && spec.Pairing == Pairing.All ? end.Count : 1;
        var producers = tiers.Find(spec.From)?.Count ?? 0;
        var share = Causes.First(job, spec).Window is null ? (double)producers * copies / edge.From.Count : 0;
        return new DeviceFlow(new Content(spec.Carries.Values, spec.Carries.BitsEach), Generators.MeanRate(job, spec) * share, isBack)
        {
            BusiestPerSecond = Generators.BusiestRate(job, spec) * share,
        };
    }

    private void CheckLength(string name, IReadOnlyList<RouteStep> steps)
    {
        var stages = steps.Sum(step => step.Edge.Stages(step.IsBack).Count);
        if (stages > StageTimes.Capacity)
        {
            _notModelled.Add($"relation '{name}': a way of {stages} stages; at most {StageTimes.Capacity} are measured");
        }
    }
}
