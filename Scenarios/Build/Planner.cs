using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Lays a job out on an architecture, or says what is wrong with the two.</summary>
public sealed class Planner
{
    private readonly Job _job;
    private readonly Architecture _architecture;
    private readonly OptionReader _options;
    private readonly Complaints _problems;
    private readonly List<TierPlan> _tiers = [];
    private readonly List<EdgePlan> _edges = [];
    private readonly List<string> _infeasible = [];
    private readonly List<string> _notModelled = [];
    private bool _isWhole = true;

    private Planner(Job job, Architecture architecture, OptionReader options, Complaints problems)
    {
        _job = job;
        _architecture = architecture;
        _options = options;
        _problems = problems;
    }

    /// <summary>The plan; null if there were problems, which are then in <paramref name="problems"/>.</summary>
    public static Plan? Lay(Job job, Architecture architecture, OptionReader options, Complaints problems)
    {
        var planner = new Planner(job, architecture, options, problems);
        planner.AddTiers();
        planner.AddEdges();
        var routes = planner.AddRoutes();
        planner.NoteWhatIsNotModelled();
        return !problems.Any
            ? new Plan(job, planner._tiers, planner._edges, routes, planner._infeasible, planner._notModelled, planner.OptionsInUse())
            : null;
    }

    private void AddTiers()
    {
        foreach (var (name, party) in _job.Parties)
        {
            _tiers.Add(new TierPlan(_tiers.Count, name, party.Count) { Party = party, Platform = _options.PlatformOf(party) });
        }

        foreach (var (name, tier) in _architecture.Tiers)
        {
            if (_job.Parties.ContainsKey(name))
            {
                _problems.Add(tier, $"tier '{name}' has the name of a party of the job; give it another");
                continue;
            }

            AddPlatform(name, tier);
        }

        foreach (var hop in _architecture.Hops)
        {
            foreach (var end in hop.To.Prepend(hop.From))
            {
                if (Find(end) is null && _options.KnowsPlatform(end))
                {
                    AddPlatform(end, new Tier());
                }
            }
        }
    }

    private void AddPlatform(string name, Tier tier)
    {
        var platform = _options.Platform(tier.Is, name, tier);
        TierPlan? serves = null;
        var (perMember, count) = (1, tier.Count ?? 1);
        foreach (var (served, members) in tier.Per)
        {
            serves = Find(served);
            if (serves is null)
            {
                _problems.AddUnknown(tier, nameof(Tier.Per), "party or tier", served, _tiers.Select(t => t.Name));
            }
            else
            {
                (perMember, count) = (members, (serves.Count + members - 1) / members);
            }
        }

        _tiers.Add(
            new TierPlan(_tiers.Count, name, count)
            {
                Platform = platform,
                Serves = serves,
                PerMember = perMember,
            }
        );
    }

    private void AddEdges()
    {
        foreach (var hop in _architecture.Hops)
        {
            var from = Resolve(hop, nameof(Hop.From), hop.From);
            var over = hop.Over.Select(use => _options.Technology(use)).ToList();
            var protocol = hop.Speaks is null ? null : _options.Protocol(hop.Speaks);
            foreach (var technology in hop.Standby)
            {
                _options.Technology(technology);
            }

            if (hop.Over.Count == 0)
            {
                _problems.Add(hop, nameof(Hop.Over), "a hop goes over at least one technology");
            }

            foreach (var name in hop.To)
            {
                var to = Resolve(hop, nameof(Hop.To), name);
                var isClear = from is not null && to is not null && over.All(t => t is not null) && over.Count > 0;
                _isWhole &= isClear && (hop.Speaks is null || protocol is not null) && AddHop(hop, from!, to!, over!, protocol);
            }
        }
    }

    private TierPlan? Resolve(Hop hop, string property, string name)
    {
        var tier = Find(name);
        if (tier is null)
        {
            _problems.AddUnknown(hop, property, "party or tier", name, _tiers.Select(t => t.Name).Union(_options.PlatformNames));
        }

        return tier;
    }

    /// <summary>Adds the edges of a hop to one far end; false after a complaint.</summary>
    private bool AddHop(Hop hop, TierPlan from, TierPlan to, List<Technology> over, Protocol? protocol)
    {
        var late = over.Skip(1).FirstOrDefault(technology => technology is SessionTechnology);
        if (late is not null)
        {
            _problems.Add(
                hop,
                nameof(Hop.Over),
                $"hop from '{from.Name}' to '{to.Name}': '{late.Name}' has a session of its own and can only come first in 'over'"
            );
            return false;
        }

        var rest = over;
        if (over[0] is SessionTechnology own)
        {
            rest = over.GetRange(1, over.Count - 1);
            var end = own.BroughtTier is { } brought && to.Platform?.Name != brought ? Bring(brought) : to;
            var existing = _edges.FirstOrDefault(e => e.From == from && e.To == end && e.Own?.Name == own.Name);
            if (existing is null)
            {
                AddEdge(hop, new EdgePlan(_edges.Count, from, end) { Own = own });
            }

            if (end == to)
            {
                if (rest.Count > 0 || protocol is not null)
                {
                    _problems.Add(
                        hop,
                        nameof(Hop.Over),
                        $"hop from '{from.Name}' to '{to.Name}': the session of '{own.Name}' ends at '{to.Name}'; nothing can follow it in 'over', and 'speaks' does not apply"
                    );
                    return false;
                }

                return true;
            }

            from = end;
            protocol = protocol is null ? null : _options.BetweenServers(protocol);
        }

        if (rest.Count == 0)
        {
            _problems.Add(
                hop,
                nameof(Hop.Over),
                $"hop from '{hop.From}' to '{to.Name}': the session of '{over[0].Name}' ends at the '{from.Name}' that it brings along; "
                    + $"name in 'over' what lies between there and '{to.Name}', such as internet"
            );
            return false;
        }

        if (protocol is null)
        {
            _problems.Add(
                hop,
                $"the hop from '{from.Name}' to '{to.Name}' needs 'speaks'; legal: {string.Join(", ", _options.ProtocolNames)}"
            );
            return false;
        }

        if (protocol.Traits.IsBrokered && !to.Decouples && !from.Decouples)
        {
            _problems.Add(
                hop,
                nameof(Hop.Speaks),
                $"hop from '{hop.From}' to '{to.Name}': '{protocol.Name}' needs a broker at one end; neither '{from.Name}' nor '{to.Name}' is one"
            );
            return false;
        }

        if (_edges.Find(e => e.From == from && e.To == to) is { } there)
        {
            // What a technology brings along is shared by all that go over it, so it goes on from there once.
            if (from.IsBrought && IsSame(there, rest, protocol))
            {
                return true;
            }

            _problems.Add(hop, $"there is already a hop from '{from.Name}' to '{to.Name}'");
            return false;
        }

        AddEdge(
            hop,
            new EdgePlan(_edges.Count, from, to)
            {
                Path = [.. rest.Cast<PathTechnology>()],
                Protocol = protocol,
                ServerIsNear = protocol.Traits.IsBrokered && !to.Decouples,
            }
        );
        return true;
    }

    private bool IsSame(EdgePlan edge, List<Technology> path, Protocol protocol) =>
        edge
            .Path.Append<object>(edge.Protocol!)
            .Select(_options.OptionsOf)
            .SequenceEqual(path.Append<object>(protocol).Select(_options.OptionsOf));

    private void AddEdge(Hop hop, EdgePlan edge)
    {
        var clear =
            edge.From.Count == 1
            || edge.To.Count == 1
            || edge.IsOneToOne
            || (edge.IsMesh && edge.Own is null)
            || edge.To.Serves == edge.From;
        if (!clear)
        {
            _notModelled.Add(
                $"hop {edge.From.Name} → {edge.To.Name}: {edge.From.Count} members at one end and {edge.To.Count} at the other, "
                    + "without 'per' to say which belong together"
            );
        }

        if (hop.Standby.Count > 0)
        {
            _notModelled.Add($"hop {edge.From.Name} → {edge.To.Name}: standby paths");
        }

        _edges.Add(edge);
    }

    private TierPlan Bring(string name)
    {
        if (Find(name) is { } existing)
        {
            return existing;
        }

        var tier = new TierPlan(_tiers.Count, name, 1) { Platform = _options.Platform(null, name, _architecture), IsBrought = true };
        _tiers.Add(tier);
        return tier;
    }

    private List<RoutePlan> AddRoutes()
    {
        List<RoutePlan> routes = [];
        foreach (var (name, spec) in _job.Relations)
        {
            if (Find(spec.From) is not { } from)
            {
                continue;
            }

            foreach (var party in spec.To)
            {
                if (Find(party) is { } to && Way(name, spec, from, to) is { } steps)
                {
                    routes.Add(new RoutePlan(name, spec, to, steps));
                    CheckCarriage(name, spec, steps);
                    CheckLength(name, steps);
                }
            }
        }

        return routes;
    }

    private List<RouteStep>? Way(string name, RelationSpec spec, TierPlan from, TierPlan to)
    {
        if (from == to)
        {
            _notModelled.Add($"relation '{name}': members of '{from.Name}' that talk to each other");
            return null;
        }

        var through = spec.Through is null || spec.Through == to.Name ? null : Find(spec.Through);
        var steps = through is null
            ? Shortest(from, to, backAllowed: edge => edge.IsTwoWay)
            : Join(Shortest(from, through, edge => edge.IsTwoWay), Shortest(through, to, edge => edge.IsTwoWay));
        if (steps is not null)
        {
            return steps;
        }

        var ifTwoWay = Shortest(from, through ?? to, _ => true);
        if (ifTwoWay is null || (through is not null && Shortest(through, to, _ => true) is null))
        {
            // Where a hop was refused, what it would have joined is not worth a complaint of its own.
            if (_isWhole)
            {
                _problems.Add(
                    _architecture,
                    $"relation '{name}' finds no way from '{from.Name}'{(through is null ? "" : $" through '{through.Name}'")} to '{to.Name}'; "
                        + "the hops do not join them"
                );
            }
        }
        else
        {
            var oneWay = ifTwoWay.First(step => step.IsBack && !step.Edge.IsTwoWay).Edge.Technologies.First(t => !t.Traits.IsTwoWay);
            _notModelled.Add($"relation '{name}': messages to devices over {oneWay.Name}, whose model carries messages from devices only");
        }

        return null;
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
            // A party in the middle of a way would have to forward for others: only the producer's own hops start at a party.
            if (tier != from && tier.Party is { Kind: PartyKind.Device or PartyKind.Person })
            {
                continue;
            }

            foreach (var edge in _edges)
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

    private void CheckCarriage(string name, RelationSpec spec, IReadOnlyList<RouteStep> steps)
    {
        var content = new Content(spec.Carries.Values, spec.Carries.BitsEach);
        foreach (var own in steps.Select(step => step.Edge.Own).OfType<SessionTechnology>())
        {
            if (own.Refuses(content) is { } reason)
            {
                _infeasible.Add($"relation '{name}': {reason}");
            }
        }
    }

    private void CheckLength(string name, IReadOnlyList<RouteStep> steps)
    {
        var stages = steps.Sum(step => step.Edge.Stages(step.IsBack).Count);
        if (stages > StageTimes.Capacity)
        {
            _notModelled.Add($"relation '{name}': a way of {stages} stages; at most {StageTimes.Capacity} are measured");
        }
    }

    private void NoteWhatIsNotModelled()
    {
        foreach (var (name, party) in _job.Parties)
        {
            if (party.Moves is not null)
            {
                _notModelled.Add($"party '{name}': movement");
            }

            if (party.Churn is not null)
            {
                _notModelled.Add($"party '{name}': churn");
            }
        }

        foreach (var (name, spec) in _job.Relations)
        {
            if (spec.Pairing == Pairing.OneToOne)
            {
                _notModelled.Add($"relation '{name}': pairs of members ('pairing: one-to-one')");
            }

            if (spec.Pairing == Pairing.Any && spec.To.Count > 1)
            {
                _notModelled.Add($"relation '{name}': any member of several parties");
            }

            if (spec.After is not null)
            {
                _notModelled.Add($"relation '{name}': messages caused by the arrival of others ('after')");
            }
        }
    }

    private List<(string, object)> OptionsInUse()
    {
        var models = _edges
            .SelectMany(edge => edge.Technologies.Select(t => (t.Name, Model: (object)t)))
            .Concat(_edges.Where(edge => edge.Protocol is not null).Select(edge => (edge.Protocol!.Name, Model: (object)edge.Protocol)))
            .Concat(_tiers.Where(tier => tier.Platform is not null).Select(tier => (tier.Platform!.Name, Model: (object)tier.Platform)));
        return [.. models.Select(m => (m.Name, _options.OptionsOf(m.Model))).Distinct()];
    }

    private TierPlan? Find(string name) => _tiers.Find(tier => tier.Name == name);
}
