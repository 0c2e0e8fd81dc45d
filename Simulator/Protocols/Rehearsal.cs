using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Speaks a protocol over a wire that loses nothing, and counts what is on it.</summary>
/// <remarks>
/// The protocol itself is asked, so that planning knows the same octets as the run. A first message makes what is made once; then messages
/// follow each other at their interval, at least a minute of them. Of an interval longer than an hour the first hour is rehearsed,
/// and what an idle hour costs stands for the rest.
/// </remarks>
internal sealed class Rehearsal : IEventTarget
{
    /// <summary>One way; octets depend on it only where messages follow each other within a round trip.</summary>
    private static readonly Duration Delay = 50.Milliseconds;
    private static readonly Duration Longest = 1.Hours;
    private static readonly Duration Patience = 1.Days;
    private const int MostMessages = 100;

    private readonly Simulation _simulation = new();
    private readonly Observers _observers = new();
    private readonly Branch _root;
    private readonly Node _sender;
    private readonly Session _session;
    private readonly Arrivals _arrivals = new();
    private readonly Dictionary<double, double> _silences = [];
    private SimTime _last;
    private double _weight;
    private (double Packets, double Octets) _up;
    private (double Packets, double Octets) _down;
    private Duration _span;
    private int _left = 1;
    private int _serial;

    private Rehearsal(Protocol protocol, Content content, bool isBack, bool serverIsNear, bool serverSends)
    {
        _observers.Add(_arrivals);
        var near = new Node(_simulation, Entity.Of("near"), _observers);
        var far = new Node(_simulation, Entity.Of("far"), _observers);
        var (up, down) = (new Wire(this, isUp: true), new Wire(this, isUp: false));
        _session = protocol.Connect(
            new SessionPlan(
                near,
                far,
                [new Leg(up, new Port(near), new Port(far))],
                [new Leg(down, new Port(far), new Port(near))],
                serverIsNear,
                serverSends
            )
        );
        _sender = isBack ? far : near;
        near.Connect([new EdgeSessions(_session)]);
        far.Connect([new EdgeSessions(_session)]);
        _root = new Branch(new Relation(0, "rehearsal", ["consumer"], content, null), -1, null, []);
        _root.Grow(0, ["waiting", "wire", "processing"]).Seat(0);
    }

    /// <inheritdoc cref="Protocol.CostOf"/>
    public static WireCost Of(Protocol protocol, Content content, Duration interval, bool isBack, bool serverIsNear, bool serverSends) =>
        new Rehearsal(protocol, content, isBack, serverIsNear, serverSends).Play(interval);

    /// <summary>The next message, and the one after it, as producers do: what falls due with it, such as a ping, comes later.</summary>
    void IEventTarget.Fire(long token)
    {
        if (--_left > 0)
        {
            _simulation.After(_span, this);
        }

        _sender.Originate(new Message(_root, _sender.Entity, _serial++, _simulation.Now));
    }

    private WireCost Play(Duration interval)
    {
        _session.Open();
        _simulation.At(SimTime.Start, this);
        do
        {
            _simulation.RunUntil(_simulation.Now + Longest / 6);
        } while (_arrivals.Count == 0 && _simulation.Now - SimTime.Start < Patience);

        _span = Duration.Min(interval, Longest);
        var messages = Math.Clamp((int)Math.Ceiling(1.Minutes / _span), 1, MostMessages);
        _left = 2 * messages;
        _simulation.At(_simulation.Now, this);
        Count(_span * (long)messages, weight: 0);
        Count(_span * (long)messages, weight: 1.0 / messages);
        if (interval > _span)
        {
            Count(_span, weight: (interval - _span) / _span);
        }

        return new WireCost(
            _up.Packets,
            _up.Octets,
            _down.Packets,
            _down.Octets,
            [.. _silences.OrderBy(silence => silence.Key).Select(silence => new Silence(silence.Key, silence.Value))]
        );
    }

    private void Count(Duration length, double weight)
    {
        _weight = weight;
        _simulation.RunUntil(_simulation.Now + length);
    }

    private void See(Packet packet, bool isUp)
    {
        var silence = (_simulation.Now - _last).TotalSeconds;
        _last = _simulation.Now;
        if (_weight == 0)
        {
            return;
        }

        ref var way = ref isUp ? ref _up : ref _down;
        way = (way.Packets + _weight, way.Octets + _weight * packet.Length);
        _silences[silence] = _silences.GetValueOrDefault(silence) + _weight;
    }

    private sealed class Arrivals : Probe
    {
        public int Count { get; private set; }

        public override void Delivered(in Message message, int consumer, SimTime now) => Count++;
    }

    private sealed class Wire(Rehearsal rehearsal, bool isUp) : Medium("rehearsal"), IEventTarget
    {
        private readonly Queue<Frame> _frames = new();

        public override void Send(in Frame frame)
        {
            rehearsal.See(frame.Packet, isUp);
            _frames.Enqueue(frame);
            rehearsal._simulation.After(Delay, this);
        }

        void IEventTarget.Fire(long token) => _frames.Dequeue().CompleteLeg(rehearsal._simulation.Now);
    }
}
