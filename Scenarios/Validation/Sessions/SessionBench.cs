using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>A client and a server with a link of 10 ms one way between them, and a capture at the server's side.</summary>
internal sealed class SessionBench
{
    private readonly Simulation _simulation;
    private readonly List<CapturedPacket> _packets = [];
    private readonly Node _client;
    private readonly Node _server;
    private readonly Branch _root;

    /// <param name="protocol">What the two speak.</param>
    /// <param name="content">What a message carries.</param>
    /// <param name="rate">Of the link.</param>
    /// <param name="loss">Probability that a packet is lost, in each direction [1].</param>
    /// <param name="replication">Of the luck.</param>
    public SessionBench(Protocol protocol, Content content, BitRate rate, double loss = 0, int replication = 0)
    {
        _simulation = new Simulation(seed: 41, replication);
        var observers = new Observers();
        (_client, _server) = (
            new Node(_simulation, Entity.Of("device", 1), observers),
            new Node(_simulation, Entity.Of("server"), observers)
        );
        var settings = new LinkSettings
        {
            Rate = rate,
            Framing = Framing.None,
            Delay = DelayModel.Constant(10.Milliseconds),
            Loss = new LossModel(loss),
        };
        var (up, down) = new Link("link", _simulation, observers, null, settings, settings).Join(new Port(_client), new Port(_server));

        // Two legs each: the capture stands behind the link on the way up and before it on the way down.
        var seenUp = new Leg(new Capture(this, isUp: true), up.To, up.To);
        var seenDown = new Leg(new Capture(this, isUp: false), down.From, down.From);
        var session = protocol.Connect(new SessionPlan(_client, _server, [up, seenUp], [seenDown, down]));
        _root = new Branch(new Relation(0, "reading", ["server"], content, null), -1, null, []);
        _root.Grow(0, ["waiting", "link", "capture", "processing"]).Seat(0);
        _client.Connect([new EdgeSessions([session])]);
        _server.Connect([new EdgeSessions([session])]);
        session.Open();
    }

    /// <summary>Whether the server produces the messages rather than the client.</summary>
    public bool IsFromServer { get; init; }

    private Node Producer => IsFromServer ? _server : _client;

    /// <summary>Sends messages and captures for a time.</summary>
    public IReadOnlyList<CapturedPacket> Run(int messages, Duration every, Duration duration)
    {
        for (var i = 0; i < messages; i++)
        {
            _simulation.At(SimTime.Start + every * (long)i, new Production(this, i));
        }

        _simulation.RunUntil(SimTime.Start + duration);
        return _packets;
    }

    private sealed class Production(SessionBench bench, int serial) : IEventTarget
    {
        public void Fire(long token) =>
            bench.Producer.Originate(new Message(bench._root, bench.Producer.Entity, serial, bench._simulation.Now));
    }

    private sealed class Capture(SessionBench bench, bool isUp) : Medium("capture")
    {
        public override void Send(in Frame frame)
        {
            var octets = new byte[frame.Packet.Length];
            frame.Packet.Write(octets);
            bench._packets.Add(CapturedPacket.Of(isUp, bench._simulation.Now, octets));
            frame.CompleteLeg(bench._simulation.Now);
        }
    }
}
