using System.Collections.Concurrent;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>What the two ends of a hop speak: how content is encoded, carried, acknowledged and repeated.</summary>
/// <param name="name">Name in the scenario.</param>
/// <param name="traits">What fairness checks need to know of it.</param>
public abstract class Protocol(string name, ProtocolTraits traits)
{
    /// <summary>What has been rehearsed: every replication, and every plan that is held against another, asks for the same again.</summary>
    private readonly ConcurrentDictionary<
        (Content Content, Duration Interval, bool IsBack, bool ServerIsNear, bool ServerSends),
        WireCost
    > _costs = new();

    /// <summary>Name in the scenario.</summary>
    public string Name { get; } = name;

    /// <summary>What fairness checks need to know of it.</summary>
    public ProtocolTraits Traits { get; } = traits;

    /// <summary>
    /// What is set up by hand for one more client, apart from the address of its server and its entry there, and which credentials the two need; null where the
    /// model does not say, and then nothing is counted.
    /// </summary>
    public virtual Commissioning? Commissioning => null;

    /// <summary>
    /// The protocol as a server speaks it that collects for many devices: it keeps one connection, whatever the life of a device's is.
    /// </summary>
    public virtual Protocol BetweenServers() => this;

    /// <summary>Why the protocol cannot be spoken this way round, as a clause with what is legal; null where it can.</summary>
    /// <param name="serverIsNear">As in <see cref="SessionPlan"/>.</param>
    public virtual string? ObjectionTo(bool serverIsNear) => null;

    /// <summary>Opens a session over legs that are in place.</summary>
    public abstract Session Connect(SessionPlan plan);

    /// <summary>What a message costs on the wire where nothing is lost, found by speaking the protocol over such a wire.</summary>
    /// <remarks>
    /// A connection that is made for each message counts with every message. One that is kept does not count, but its keep-alives between two
    /// messages do.
    /// </remarks>
    /// <param name="content">What the message carries.</param>
    /// <param name="interval">From one message of the session to the next, above 0.</param>
    /// <param name="isBack">Whether the far end sends it.</param>
    /// <param name="serverIsNear">As in <see cref="SessionPlan"/>.</param>
    /// <param name="serverSends">As in <see cref="SessionPlan"/>.</param>
    public WireCost CostOf(Content content, Duration interval, bool isBack = false, bool serverIsNear = false, bool serverSends = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(interval.Nanoseconds, nameof(interval));
        return _costs.GetOrAdd(
            (content, interval, isBack, serverIsNear, serverSends),
            asked => Rehearsal.Of(this, asked.Content, asked.Interval, asked.IsBack, asked.ServerIsNear, asked.ServerSends)
        );
    }
}

/// <summary>What fairness checks need to know of a protocol.</summary>
/// <param name="IsBrokered">Whether one end is a broker that decouples producers from consumers.</param>
/// <param name="Acknowledgement">Who confirms a message to its sender, in words, e.g. <c>transport and application (QoS 1)</c> or <c>none</c>.</param>
/// <param name="Retries">How lost packets are repeated, in words.</param>
/// <param name="Connection">How long a connection lives, in words, e.g. <c>per message</c>, <c>persistent</c>, <c>none</c>.</param>
/// <param name="Encoding">How content becomes octets.</param>
/// <param name="Security">Security of the session, in words.</param>
/// <param name="Buffering">What a sender keeps while it cannot send, in words.</param>
/// <param name="KeepAlive">What is sent over a connection that persists while there is nothing to say, in words; null where none persists.</param>
/// <param name="ConnectsToBrokers">Whether an end that is no broker connects to one that is, though neither has to be one; always so where <paramref name="IsBrokered"/>.</param>
public sealed record ProtocolTraits(
    bool IsBrokered,
    string Acknowledgement,
    string Retries,
    string Connection,
    string Encoding,
    string Security,
    string Buffering,
    string? KeepAlive = null,
    bool ConnectsToBrokers = false
);
