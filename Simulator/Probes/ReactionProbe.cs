using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>Reaction times of chains of causes: from the production of the first message to the arrival of the last.</summary>
/// <remarks>
/// A chain counts for what is due: if its first message is lost, what would have followed is missing at the end. Messages that are sent under
/// a condition only, such as an escalation, are due when they are sent. Tested in <c>Tests/Probes/ReactionProbeTests</c>.
/// </remarks>
public sealed class ReactionProbe : WindowProbe
{
    private readonly Deliveries?[] _reactions;
    private readonly LatencyQuantiles?[] _quantiles;
    private readonly Relation[][] _ends;

    /// <param name="relations">All relations of the run, in the order of their index.</param>
    /// <param name="from">Start of the measurement.</param>
    /// <param name="to">End of the measurement.</param>
    public ReactionProbe(IReadOnlyList<Relation> relations, SimTime from, SimTime to)
        : base(from, to)
    {
        _reactions = [.. relations.Select(relation => relation.Chain is null ? null : new Deliveries())];
        _quantiles = [.. relations.Select(relation => relation.Chain is null ? null : new LatencyQuantiles())];
        _ends = [.. relations.Select(start => relations.Where(relation => relation.Chain?.Start == start.Index).ToArray())];
    }

    /// <summary>What was due, what happened and how soon; null for a relation that nothing causes.</summary>
    public Deliveries? Of(Relation relation) => _reactions[relation.Index];

    /// <summary>Quantiles of the reaction time; null for a relation that nothing causes.</summary>
    public LatencyQuantiles? Quantiles(Relation relation) => _quantiles[relation.Index];

    /// <inheritdoc/>
    public override void Sent(in Message message, SimTime now)
    {
        if (Counts(message))
        {
            foreach (var end in _ends[message.Branch.Relation.Index])
            {
                _reactions[end.Index]!.Sent += end.Chain!.Due;
            }
        }
    }

    /// <inheritdoc/>
    public override void Delivered(in Message message, int consumer, SimTime now)
    {
        var relation = message.Branch.Relation;
        if (_reactions[relation.Index] is { } reactions && Counts(message))
        {
            reactions.Deliver(now - message.Began, relation.Chain!.Deadline);
            _quantiles[relation.Index]!.Add(now - message.Began);
        }
    }
}
