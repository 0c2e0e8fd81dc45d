using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>Checks that every message has exactly one outcome for every consumer; remembers only what is on its way.</summary>
/// <remarks>For tests and validation: it takes memory per message on its way. Tested in <c>Tests/Probes/ConservationProbeTests</c>.</remarks>
public sealed class ConservationProbe : Probe
{
    /// <summary>Greatest number of consumers of a relation [1].</summary>
    public const int MaximumConsumers = 64;

    private readonly Dictionary<(Entity Source, int Relation, int Serial), ulong> _open = [];

    /// <summary>Messages for consumers that were sent: one message for three consumers counts three [1].</summary>
    public long Due { get; private set; }

    /// <summary>Those that were delivered [1].</summary>
    public long Arrived { get; private set; }

    /// <summary>Those that were dropped [1].</summary>
    public long Lost { get; private set; }

    /// <summary>Those that are on their way [1].</summary>
    public long Unfinished => Due - Arrived - Lost;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The same message was sent before and is on its way, or has too many consumers.</exception>
    public override void Sent(in Message message, SimTime now)
    {
        var consumers = message.Branch.Relation.Consumers.Count;
        if (consumers > MaximumConsumers)
        {
            throw new InvalidOperationException(
                $"'{message.Branch.Relation.Name}' has {consumers} consumers; at most {MaximumConsumers} can be checked."
            );
        }

        if (consumers > 0 && !_open.TryAdd(KeyOf(message), ulong.MaxValue >> (MaximumConsumers - consumers)))
        {
            throw new InvalidOperationException($"{Describe(message)} was sent twice.");
        }

        Due += consumers;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The consumer is not waiting for the message.</exception>
    public override void Delivered(in Message message, int consumer, SimTime now)
    {
        Close(message, consumer, "delivered");
        Arrived++;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A consumer is not waiting for the message.</exception>
    public override void Dropped(in Message message, DropReason reason, SimTime now)
    {
        foreach (var consumer in message.Branch.Consumers)
        {
            Close(message, consumer, $"dropped ({reason})");
            Lost++;
        }
    }

    private void Close(in Message message, int consumer, string outcome)
    {
        var key = KeyOf(message);
        var bit = 1UL << consumer;
        if (!_open.TryGetValue(key, out var open) || (open & bit) == 0)
        {
            throw new InvalidOperationException(
                $"{Describe(message)} was {outcome} for '{message.Branch.Relation.Consumers[consumer]}', which does not wait for it."
            );
        }

        if (open == bit)
        {
            _open.Remove(key);
        }
        else
        {
            _open[key] = open & ~bit;
        }
    }

    private static (Entity, int, int) KeyOf(in Message message) => (message.Source, message.Branch.Relation.Index, message.Serial);

    private static string Describe(in Message message) =>
        $"Message {message.Serial} of '{message.Branch.Relation.Name}' from member {message.Source.Number}";
}
