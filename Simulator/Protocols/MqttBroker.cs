using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>What an MQTT broker knows beyond single sessions: subscriptions, retained messages, and whether it is there at all.</summary>
/// <remarks>
/// Modelled: topic filters; retained messages and wills, which travel as real packets to the subscribers they match; a crash, after which the broker
/// is silent and then knows what it had stored, or nothing. Left out: retained copies and wills for subscribers that are away.
/// What a station of the platform is working on survives a crash, and so do tickets of TLS. Messages of relations go the way that the architecture says, whatever
/// their topics. Sources: OASIS MQTT 3.1.1 and 5.0. Validated by <c>MqttBrokerTests</c>.
/// </remarks>
public sealed class MqttBroker : IEventTarget
{
    private readonly Simulation _simulation;
    private readonly List<MqttSession> _sessions = [];
    private readonly Subscriptions<MqttSession> _subscriptions = new();
    private readonly SortedDictionary<string, MqttPacket> _retained = new(StringComparer.Ordinal);

    private SimTime _upAt;

    private MqttBroker(Simulation simulation) => _simulation = simulation;

    /// <summary>Whether it works.</summary>
    public bool IsUp { get; private set; } = true;

    /// <summary>Topics of which it keeps the last message [1].</summary>
    public int Retained => _retained.Count;

    /// <summary>Last wills that it has published [1].</summary>
    public int Wills { get; private set; }

    /// <summary>The broker at a node of a run. Two nodes that share their luck, as servers of silos do, are two brokers.</summary>
    public static MqttBroker At(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Simulation.Shared(node, () => new MqttBroker(node.Simulation));
    }

    /// <summary>Crashes: is silent for a time, and then listens again. Clients find out by themselves.</summary>
    /// <param name="downtime">How long it is silent.</param>
    /// <param name="keepsState">Whether sessions, queues and retained messages were stored and are there again.</param>
    public void Restart(Duration downtime, bool keepsState)
    {
        IsUp = false;
        foreach (var session in _sessions)
        {
            session.BrokerStopped(keepsState);
        }

        if (!keepsState)
        {
            _retained.Clear();
        }

        _upAt = SimTime.Max(_upAt, _simulation.Now + downtime);
        _simulation.After(downtime, this);
    }

    void IEventTarget.Fire(long token) => IsUp = _simulation.Now >= _upAt;

    internal void Join(MqttSession session) => _sessions.Add(session);

    internal void Subscribe(TopicFilter filter, MqttSession session)
    {
        _subscriptions.Add(filter, session);
        foreach (var (_, packet) in _retained.Where(entry => filter.Matches(entry.Key)))
        {
            session.Forward(packet, isRetained: true);
        }
    }

    internal void Unsubscribe(TopicFilter filter, MqttSession session) => _subscriptions.Remove(filter, session);

    internal bool HasSubscriber(string topic) => _subscriptions.To(topic).Any();

    internal void Retain(MqttPacket packet) => _retained[packet.Topic] = packet;

    internal void PublishWill(MqttPacket will)
    {
        Wills++;
        foreach (var subscriber in _subscriptions.To(will.Topic).ToList())
        {
            subscriber.Forward(will, isRetained: false);
        }
    }
}
