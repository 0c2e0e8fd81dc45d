using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>Sent, delivered, in time and how late, for each relation and consumer.</summary>
/// <remarks>
/// A message that is lost counts as late. Jitter is the standard deviation of the latency: differences of successive messages would
/// need memory per source. Tested in <c>Tests/Probes/DeliveryProbeTests</c>.
/// </remarks>
public sealed class DeliveryProbe : WindowProbe
{
    private readonly Deliveries[][] _deliveries;
    private readonly LatencyQuantiles[] _quantiles;
    private readonly long[] _duplicates;

    /// <param name="relations">All relations of the run, in the order of their index.</param>
    /// <param name="from">Start of the measurement.</param>
    /// <param name="to">End of the measurement.</param>
    public DeliveryProbe(IReadOnlyList<Relation> relations, SimTime from, SimTime to)
        : base(from, to)
    {
        Relations = Ordered(relations);
        _deliveries = [.. relations.Select(relation => relation.Consumers.Select(_ => new Deliveries()).ToArray())];
        _quantiles = [.. relations.Select(_ => new LatencyQuantiles())];
        _duplicates = new long[relations.Count];
    }

    /// <summary>All relations of the run.</summary>
    public IReadOnlyList<Relation> Relations { get; }

    /// <summary>What became of the messages of a relation for a consumer.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="consumer">Index into its consumers.</param>
    public Deliveries Of(Relation relation, int consumer) => _deliveries[relation.Index][consumer];

    /// <summary>Quantiles of the latency of a relation, over all its consumers.</summary>
    public LatencyQuantiles Quantiles(Relation relation) => _quantiles[relation.Index];

    /// <summary>Copies of messages of a relation that reached the end of an edge again [1].</summary>
    public long Duplicates(Relation relation) => _duplicates[relation.Index];

    /// <inheritdoc/>
    public override void Sent(in Message message, SimTime now)
    {
        if (Counts(message))
        {
            foreach (var deliveries in _deliveries[message.Branch.Relation.Index])
            {
                deliveries.Sent++;
            }
        }
    }

    /// <inheritdoc/>
    public override void Delivered(in Message message, int consumer, SimTime now)
    {
        if (Counts(message))
        {
            var relation = message.Branch.Relation;
            var latency = now - message.Created;
            _deliveries[relation.Index][consumer].Deliver(latency, relation.Deadline);
            _quantiles[relation.Index].Add(latency);
        }
    }

    /// <inheritdoc/>
    public override void Duplicate(in Message message, SimTime now)
    {
        if (Counts(message))
        {
            _duplicates[message.Branch.Relation.Index]++;
        }
    }

    private static IReadOnlyList<Relation> Ordered(IReadOnlyList<Relation> relations)
    {
        for (var i = 0; i < relations.Count; i++)
        {
            if (relations[i].Index != i)
            {
                throw new ArgumentException(
                    $"Relation '{relations[i].Name}' has the index {relations[i].Index} and stands at place {i}.",
                    nameof(relations)
                );
            }
        }

        return relations;
    }
}
