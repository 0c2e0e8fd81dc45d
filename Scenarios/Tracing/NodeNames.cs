using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Scenarios.Tracing;

/// <summary>What the nodes of a network are called, and in which order they stand along a session.</summary>
internal sealed class NodeNames
{
    private readonly Dictionary<Node, string> _names = [];
    private readonly Dictionary<Entity, string> _entities = [];
    private readonly List<Node> _order = [];

    /// <summary>The nodes of tapped sessions, near ends before far ends, with what stands between.</summary>
    public IReadOnlyList<Node> Order => _order;

    /// <summary>Takes the ends of a session and the places between its technologies.</summary>
    public void Add(EdgePlan edge, SessionPlan session)
    {
        Enter(session.Near);
        for (var leg = 0; leg + 1 < session.Up.Count; leg++)
        {
            var between = session.Up[leg].To.Node;
            _names[between] = $"{edge.Path[leg].Name} | {edge.Path[leg + 1].Name}";
            Enter(between);
        }

        Enter(session.Far);
    }

    /// <summary>Takes a station between two nodes.</summary>
    public void Add(Node near, Node station, string name, Node far)
    {
        _names[station] = name;
        if (!_order.Contains(near))
        {
            _order.Insert(0, near);
        }

        Enter(far);
        _order.Insert(_order.IndexOf(far), station);
    }

    /// <summary>Takes the members of all tiers.</summary>
    public void Add(BuiltNetwork network)
    {
        foreach (var tier in network.Plan.Tiers)
        {
            var nodes = network.Nodes[tier.Index];
            for (var i = 0; i < nodes.Count; i++)
            {
                _names[nodes[i]] = Name(tier, i);
                _entities[nodes[i].Entity] = Name(tier, i);
            }
        }
    }

    /// <summary>Name of a node.</summary>
    public string Of(Node node) => _names.GetValueOrDefault(node, "?");

    /// <summary>Name of whoever has this luck.</summary>
    public string Of(Entity entity) => _entities.GetValueOrDefault(entity, "?");

    /// <summary>Name of a member of a tier: the tier's, with the number where there are several.</summary>
    public static string Name(TierPlan tier, int number) => tier.Count == 1 ? tier.Name : $"{tier.Name} {number}";

    private void Enter(Node node)
    {
        if (!_order.Contains(node))
        {
            _order.Add(node);
        }
    }
}
