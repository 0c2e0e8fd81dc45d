using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>A device and a server with a link between them, and a capture of the datagrams at the device's side.</summary>
internal sealed class DatagramBench : IEventTarget
{
    private readonly Simulation _simulation;
    private readonly List<CapturedDatagram> _packets = [];
    private readonly Node _sender;
    private readonly Branch _root;
    private readonly Duration _every;
    private int _left;
    private int _serial;

    /// <param name="protocol">What the two speak.</param>
    /// <param name="content">What a message carries.</param>
    /// <param name="messages">How many are sent, from the tenth second on [1].</param>
    /// <param name="every">From one to the next.</param>
    /// <param name="loss">Probability that a packet is lost, in each direction [1].</param>
    /// <param name="replication">Of the luck.</param>
    /// <param name="serverSends">As in <see cref="SessionPlan"/>.</param>
    public DatagramBench(
        Protocol protocol,
        Content content,
        int messages,
        Duration every,
        double loss = 0,
        int replication = 0,
        bool serverSends = false
    )
    {
        _simulation = new Simulation(seed: 47, replication);
        (_left, _every) = (messages, every);
        var observers = new Observers();
        _sender = new Node(_simulation, Entity.Of("device", 1), observers);
        var server = new Node(_simulation, Entity.Of("server"), observers);
        var settings = new LinkSettings
        {
            Rate = 1.MegabitsPerSecond,
            Framing = Framing.None,
            Delay = DelayModel.Constant(10.Milliseconds),
            Loss = new LossModel(loss),
        };
        var (up, down) = new Link("link", _simulation, observers, null, settings, settings).Join(new Port(_sender), new Port(server));
        var seenUp = new Leg(new Capture(this, isUp: true), up.From, up.From);
        var seenDown = new Leg(new Capture(this, isUp: false), down.To, down.To);
        var session = protocol.Connect(new SessionPlan(_sender, server, [seenUp, up], [down, seenDown], ServerSends: serverSends));
        _root = new Branch(new Relation(0, "reading", ["server"], content, null), -1, null, []);
        _root.Grow(0, ["waiting", "capture", "link", "processing"]).Seat(0);
        _sender.Connect([new EdgeSessions(session)]);
        session.Open();
        _simulation.At(SimTime.Start + 10.Seconds, this);
    }

    /// <summary>What passed the device's side within a time, which is long enough for every repetition.</summary>
    public IReadOnlyList<CapturedDatagram> Run(Duration duration)
    {
        _simulation.RunUntil(SimTime.Start + duration);
        return _packets;
    }

    void IEventTarget.Fire(long token)
    {
        if (_left-- > 0)
        {
            _simulation.After(_every, this);
            _sender.Originate(new Message(_root, _sender.Entity, _serial++, _simulation.Now));
        }
    }

    private sealed class Capture(DatagramBench bench, bool isUp) : Medium("capture")
    {
        public override void Send(in Frame frame)
        {
            var octets = new byte[frame.Packet.Length];
            frame.Packet.Write(octets);
            bench._packets.Add(new CapturedDatagram(isUp, bench._simulation.Now, octets));
            frame.CompleteLeg(bench._simulation.Now);
        }
    }
}
