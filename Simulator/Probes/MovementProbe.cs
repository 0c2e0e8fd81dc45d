using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>How often devices that move changed their cell in the measured time, and for how long that interrupted them.</summary>
/// <remarks>A change that is noticed later counts at the time at which it was. Tested in <c>Tests/Probes/MovementProbeTests</c>.</remarks>
/// <param name="from">Changes before this do not count.</param>
/// <param name="to">Nor those from then on.</param>
public sealed class MovementProbe(SimTime from, SimTime to) : WindowProbe(from, to)
{
    private readonly Dictionary<Node, (long Changes, Duration Interrupted)> _nodes = [];

    /// <summary>Changes of some nodes, together [1].</summary>
    public long Changes(IEnumerable<Node> nodes) => nodes.Sum(node => _nodes.GetValueOrDefault(node).Changes);

    /// <summary>For how long that interrupted them, together.</summary>
    public Duration Interrupted(IEnumerable<Node> nodes) =>
        nodes.Aggregate(Duration.Zero, (sum, node) => sum + _nodes.GetValueOrDefault(node).Interrupted);

    /// <inheritdoc/>
    public override void Reattached(Node node, Duration interruption, SimTime at)
    {
        if (at >= From && at < To)
        {
            var (changes, interrupted) = _nodes.GetValueOrDefault(node);
            _nodes[node] = (changes + 1, interrupted + interruption);
        }
    }
}
