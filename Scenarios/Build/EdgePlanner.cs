using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Makes the sessions of a plan from the hops of an architecture.</summary>
internal sealed class EdgePlanner(Architecture architecture, TierPlanner tiers, OptionReader options, Complaints complaints)
{
    private readonly List<EdgePlan> _edges = [];
    private readonly List<string> _notModelled = [];

    /// <summary>The edges so far, in the order of the file.</summary>
    public IReadOnlyList<EdgePlan> Edges => _edges;

    /// <summary>What the hops say but the models cannot yet simulate.</summary>
    public IReadOnlyList<string> NotModelled => _notModelled;

    /// <summary>Whether every hop could be made into edges.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Adds the edges of every hop.</summary>
    public void AddAll()
    {
        foreach (var hop in architecture.Hops)
        {
            var from = tiers.Resolve(hop, nameof(Hop.From), hop.From);
            var over = hop.Over.Select(use => options.Technology(use)).ToList();
            var protocol = hop.Speaks is null ? null : options.Protocol(hop.Speaks);
            foreach (var technology in hop.Standby)
            {
                options.Technology(technology);
            }

            if (hop.Over.Count == 0)
            {
                complaints.Add(hop, nameof(Hop.Over), "a hop goes over at least one technology");
            }

            foreach (var name in hop.To)
            {
                var to = tiers.Resolve(hop, nameof(Hop.To), name);
                var isClear = from is not null && to is not null && over.All(t => t is not null) && over.Count > 0;
                IsWhole &= isClear && (hop.Speaks is null || protocol is not null) && AddHop(hop, from!, to!, over!, protocol);
            }
        }
    }

    /// <summary>Adds the edges of a hop to one far end; false after a complaint.</summary>
    private bool AddHop(Hop hop, TierPlan from, TierPlan to, List<Technology> over, Protocol? protocol)
    {
        var late = over.Skip(1).FirstOrDefault(technology => technology is SessionTechnology);
        if (late is not null)
        {
            complaints.Add(
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
            var end = own.BroughtTier is { } brought && to.Platform?.Name != brought ? tiers.Bring(brought) : to;
            var existing = _edges.FirstOrDefault(e => e.From == from && e.To == end && e.Own?.Name == own.Name);
            if (existing is null)
            {
                AddEdge(hop, new EdgePlan(_edges.Count, from, end) { Own = own });
            }

            if (end == to)
            {
                if (rest.Count > 0 || protocol is not null)
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

        if (protocol is null)
        {
            complaints.Add(
                hop,
                $"the hop from '{from.Name}' to '{to.Name}' needs 'speaks'; legal: {string.Join(", ", options.ProtocolNames)}"
            );
            return false;
        }

        if (protocol.Traits.IsBrokered && !to.Decouples && !from.Decouples)
        {
            complaints.Add(
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

            complaints.Add(hop, $"there is already a hop from '{from.Name}' to '{to.Name}'");
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
            .Select(options.OptionsOf)
            .SequenceEqual(path.Append<object>(protocol).Select(options.OptionsOf));

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
}
