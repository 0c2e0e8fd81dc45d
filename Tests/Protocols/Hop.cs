using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Two nodes, a link of 8 Mbit/s and 10 ms one way, a protocol over it, and a log of messages and packets.</summary>
internal sealed class Hop
{
    private static readonly string[] Stages = ["waiting", "link", "processing"];
    private readonly Branch _root;
    private readonly Branch _backRoot;
    private readonly Link _link;
    private int _serial;

    public Hop(
        Protocol protocol,
        double loss = 0,
        double lossBack = 0,
        Content? content = null,
        bool serverIsNear = false,
        bool serverSends = false,
        Outages? outages = null,
        ulong seed = 1,
        double rate = 8e6
    )
    {
        Simulation = new Simulation(seed);
        Log = new MessageLog();
        var observers = new Observers();
        observers.Add(Log);
        Near = new Node(Simulation, Entity.Of("near", 3), observers);
        Far = new Node(Simulation, Entity.Of("far"), observers);
        var settings = new LinkSettings
        {
            Rate = new BitRate(rate),
            Delay = DelayModel.Constant(10.Milliseconds),
            Framing = Framing.None,
        };
        _link = new Link(
            "link",
            Simulation,
            observers,
            null,
            settings with
            {
                Loss = new LossModel(loss),
            },
            settings with
            {
                Loss = new LossModel(lossBack),
            },
            outages
        );
        var (up, down) = _link.Join(new Port(Near), new Port(Far));
        Tap = new Tap(Log.Packets, Simulation);
        Session = protocol.Connect(
            new SessionPlan(Near, Far, [Tap.On(up, isUp: true)], [Tap.On(down, isUp: false)], serverIsNear, serverSends)
        );
        _root = Root(0, content ?? new Content(4, 16), "reading");
        _backRoot = Root(1, content ?? new Content(4, 16), "command");
        Near.Connect([new EdgeSessions(Session), new EdgeSessions(Session)]);
        Far.Connect([new EdgeSessions(Session), new EdgeSessions(Session)]);
        Session.Open();
    }

    public Simulation Simulation { get; }

    public MessageLog Log { get; }

    public Tap Tap { get; }

    public Node Near { get; }

    public Node Far { get; }

    public Session Session { get; }

    /// <summary>Produces messages at the near end, the first at a time, in seconds.</summary>
    public Hop Send(int count = 1, double at = 0, double every = 0) => Produce(Near, _root, count, at, every);

    /// <summary>Produces messages at the far end.</summary>
    public Hop SendBack(int count = 1, double at = 0, double every = 0) => Produce(Far, _backRoot, count, at, every);

    /// <summary>Does something at a time, in seconds.</summary>
    public Hop Do(double at, Action action)
    {
        Simulation.At(SimTime.Start + at.Seconds, new Act(action));
        return this;
    }

    public Hop Run(double seconds = 100_000)
    {
        Simulation.RunUntil(SimTime.Start + seconds.Seconds);
        return this;
    }

    private static Branch Root(int index, Content content, string name)
    {
        var relation = new Relation(index, name, ["consumer"], content, null);
        var root = new Branch(relation, -1, null, []);
        root.Grow(index, Stages).Seat(0);
        return root;
    }

    private Hop Produce(Node node, Branch root, int count, double at, double every)
    {
        for (var i = 0; i < count; i++)
        {
            Simulation.At(SimTime.Start + (at + i * every).Seconds, new Production(node, root, _serial++));
        }

        return this;
    }

    private sealed class Production(Node node, Branch root, int serial) : IEventTarget
    {
        public void Fire(long token) => node.Originate(new Message(root, node.Entity, serial, node.Simulation.Now));
    }
}
