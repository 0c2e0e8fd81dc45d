using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Makes the sessions of a plan from the hops of an architecture.</summary>
internal sealed class EdgePlanner(Job job, Architecture architecture, TierPlanner tiers, OptionReader options, Complaints complaints)
{
    private readonly List<EdgePlan> _edges = [];
    private readonly List<DoubtfulHop> _doubtful = [];
    private readonly List<string> _notModelled = [];

    /// <summary>The edges so far, in the order of the file.</summary>
    public IReadOnlyList<EdgePlan> Edges => _edges;

    /// <summary>What the hops say but the models cannot yet simulate.</summary>
    public IReadOnlyList<string> NotModelled => _notModelled;

    /// <summary>The hops that could not be made into edges.</summary>
    public IReadOnlyList<DoubtfulHop> Doubtful => _doubtful;

    /// <summary>Adds the edges of every hop.</summary>
    public void AddAll()
    {
        foreach (var hop in architecture.Hops)
        {
            Add(hop);
        }

        if (complaints.IsGap(architecture, nameof(Architecture.Hops)))
        {
            _doubtful.Add(new DoubtfulHop(null, null));
        }
    }

    private void Add(Hop hop)
    {
        var from = tiers.Resolve(hop, nameof(Hop.From), hop.From);
        var over = hop.Over.Select(options.Technology).ToList();
        var protocol = hop.Speaks is null ? null : options.Protocol(hop.Speaks);
        foreach (var technology in hop.Standby)
        {
            options.Technology(technology);
        }

        var isClear = !complaints.IsGap(hop, nameof(Hop.Over)) && over.All(technology => technology is not null);
        if (isClear && over.Count == 0)
        {
            complaints.Add(hop, nameof(Hop.Over), "a hop goes over at least one technology");
            isClear = false;
        }

        if (over.Skip(1).OfType<SessionTechnology>().FirstOrDefault() is { } late)
        {
            complaints.Add(
                hop,
                nameof(Hop.Over),
                $"hop from '{hop.From}' to '{string.Join("', '", hop.To)}': '{late.Name}' has a session of its own and can only come first in 'over'"
            );
            isClear = false;
        }

        if (over.Skip(1).OfType<PathTechnology>().FirstOrDefault(technology => technology.Traits.HasLinkBudget) is { } radio)
        {
            complaints.Add(
                hop,
                nameof(Hop.Over),
                $"hop from '{hop.From}' to '{string.Join("', '", hop.To)}': '{radio.Name}' is a radio between devices and the network, and can only come first in 'over'"
            );
            isClear = false;
        }

        foreach (var to in hop.To.Select(name => tiers.Resolve(hop, nameof(Hop.To), name)))
        {
            if (!isClear || from is null || to is null || !AddHop(hop, from, to, over!, protocol))
            {
                _doubtful.Add(new DoubtfulHop(from, to));
            }
        }

        if (complaints.IsGap(hop, nameof(Hop.To)))
        {
            _doubtful.Add(new DoubtfulHop(from, null));
        }
    }

    /// <summary>Adds the edges of a hop to one far end; false after a complaint.</summary>
    private bool AddHop(Hop hop, TierPlan from, TierPlan to, List<Technology> over, Protocol? protocol)
    {
        if (!MovementChecker.Check(hop, from, to, over[0], complaints))
        {
            return false;
        }

        var rest = over;
        if (over[0] is SessionTechnology own)
        {
            if (own.BroughtTier is not null && tiers.IsDoubtful(to))
            {
                return false;
            }

            rest = over.GetRange(1, over.Count - 1);
            var end = own.BroughtTier is { } brought && to.Platform?.Name != brought ? tiers.Bring(brought, from.Silo) : to;
            var existing = _edges.FirstOrDefault(e => e.From == from && e.To == end && e.Own?.Name == own.Name);
            if (existing is null)
            {
                AddEdge(hop, new EdgePlan(_edges.Count, from, end) { Own = own });
            }

            if (end == to)
            {
                if (rest.Count > 0 || hop.Speaks is not null)
                {
                    complaints.Add(
                        hop,
                        nameof(Hop.Over),
                        $"hop from '{from.Name}' to '{to.Name}': the session of '{own.Name}' ends at '{to.Name}'; nothing can follow it in 'over', and 'speaks' does not apply"
                    );
                    return false;
                }

                return true;
            }

            from = end;
            protocol = protocol is null ? null : options.BetweenServers(protocol);
        }

        if (rest.Count == 0)
        {
            complaints.Add(
                hop,
                nameof(Hop.Over),
                $"hop from '{hop.From}' to '{to.Name}': the session of '{over[0].Name}' ends at the '{from.Name}' that it brings along; "
                    + $"name in 'over' what lies between there and '{to.Name}', such as internet"
            );
            return false;
        }

        if (protocol is null && (hop.Speaks is not null || complaints.IsGap(hop, nameof(Hop.Speaks))))
        {
            return false;
        }

        if (protocol is null)
        {
            complaints.Add(
                hop,
                $"the hop from '{hop.From}' to '{to.Name}' needs 'speaks'{(from.IsBrought ? $", for what lies behind {NameOf(from, over)}" : "")}; legal: {string.Join(", ", options.ProtocolNames)}"
            );
            return false;
        }

        if (protocol.Traits.IsBrokered && !to.Decouples && !from.Decouples)
        {
            if (tiers.IsDoubtful(from) || tiers.IsDoubtful(to))
            {
                return false;
            }

            complaints.Add(
                hop,
                nameof(Hop.Speaks),
                $"hop from '{hop.From}' to '{to.Name}': '{protocol.Name}' needs a broker at one end; neither {NameOf(from, over)} nor '{to.Name}' is one"
            );
            return false;
        }

        var serverIsNear = (protocol.Traits.IsBrokered || protocol.Traits.ConnectsToBrokers) && from.Decouples && !to.Decouples;
        if (protocol.ObjectionTo(serverIsNear) is { } objection)
        {
            if (!tiers.IsDoubtful(from) && !tiers.IsDoubtful(to))
            {
                complaints.Add(hop, nameof(Hop.Speaks), $"hop from {NameOf(from, over)} to '{to.Name}': {objection}");
            }

            return false;
        }

        if (_edges.Find(e => e.From == from && e.To == to) is { } there)
        {
            // What a technology brings along is shared by all that go over it, so it goes on from there once.
            if (from.IsBrought && IsSame(there, rest, protocol))
            {
                return true;
            }

            complaints.Add(hop, $"there is already a hop from '{from.Name}' to '{to.Name}'");
            return false;
        }

        AddEdge(
            hop,
            new EdgePlan(_edges.Count, from, to)
            {
                Path = [.. rest.Cast<PathTechnology>()],
                Protocol = protocol,
                ServerIsNear = serverIsNear,
                IsPaired = IsPaired(from.Name, to.Name),
            }
        );
        return true;
    }

    /// <summary>An end of a hop in the words of who wrote the hop: what a technology brings along stands under no name in the file.</summary>
    private static string NameOf(TierPlan from, List<Technology> over) =>
        from.IsBrought ? $"the {from.Name} that '{over[0].Name}' brings along" : $"'{from.Name}'";

    /// <summary>Whether two parties have something to say to each other, and only member by member.</summary>
    private bool IsPaired(string from, string to)
    {
        var between = job
            .Relations.Values.Where(relation =>
                (relation.From == from && relation.To.Contains(to)) || (relation.From == to && relation.To.Contains(from))
            )
            .ToList();
        return between.Count > 0 && between.TrueForAll(relation => relation.Pairing == Pairing.OneToOne);
    }

    private bool IsSame(EdgePlan edge, List<Technology> path, Protocol protocol) =>
        edge
            .Path.Append<object>(edge.Protocol!)
            .Select(options.OptionsOf)
            .SequenceEqual(path.Append<object>(protocol).Select(options.OptionsOf));

    private void AddEdge(Hop hop, EdgePlan edge)
    {
        var clear =
            edge.From.Count == 1
            || edge.To.Count == 1
            || edge.IsOneToOne
            || ((edge.IsMesh || edge.IsAmongPeers) && edge.Own is null)
            || edge.To.Serves == edge.From;
        if (!clear)
        {
            _notModelled.Add(
                $"hop {edge.From.Name} → {edge.To.Name}: {edge.From.Count} members at one end and {edge.To.Count} at the other, "
                    + (
                        edge.To.Serves is { } served
                            ? $"and the 'per' of '{edge.To.Name}' counts '{served.Name}' and says nothing of '{edge.From.Name}'; give each of them a tier of its own, or '{edge.To.Name}' a 'count: 1'"
                            : "without 'per' to say which belong together"
                    )
            );
        }

        if (hop.Standby.Count > 0)
        {
            _notModelled.Add($"hop {edge.From.Name} → {edge.To.Name}: standby paths");
        }

        _edges.Add(edge);
    }
}
