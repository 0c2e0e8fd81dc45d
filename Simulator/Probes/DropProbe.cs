using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>Losses by relation, consumer and reason; what is neither delivered nor lost counts as <see cref="DropReason.Unfinished"/>.</summary>
/// <remarks>Its window is that of the deliveries. Tested in <c>Tests/Probes/DropProbeTests</c>.</remarks>
/// <param name="deliveries">Tells what was sent and delivered; observes the same run.</param>
public sealed class DropProbe(DeliveryProbe deliveries) : WindowProbe(deliveries.From, deliveries.To)
{
    private static readonly int Reasons = Enum.GetValues<DropReason>().Length;
    private readonly long[][][] _drops =
    [
        .. deliveries.Relations.Select(relation => relation.Consumers.Select(_ => new long[Reasons]).ToArray()),
    ];

    /// <summary>Messages of a relation that did not reach a consumer for a reason, up to now [1].</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="consumer">Index into its consumers.</param>
    /// <param name="reason">Why; <see cref="DropReason.Unfinished"/> for those still on their way.</param>
    public long Count(Relation relation, int consumer, DropReason reason)
    {
        var drops = _drops[relation.Index][consumer];
        if (reason != DropReason.Unfinished)
        {
            return drops[(int)reason];
        }

        var outcomes = deliveries.Of(relation, consumer);
        return outcomes.Sent - outcomes.Delivered - (drops.Sum() - drops[(int)reason]);
    }

    /// <inheritdoc/>
    public override void Dropped(in Message message, DropReason reason, SimTime now)
    {
        if (!Counts(message))
        {
            return;
        }

        var branch = message.Branch;
        var drops = _drops[branch.Relation.Index];
        for (var i = 0; i < branch.Consumers.Count; i++)
        {
            drops[branch.Consumers[i]][(int)reason]++;
        }
    }
}
