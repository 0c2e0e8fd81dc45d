using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

/// <summary>Two nodes with a core of 10 ms one way between them, behind whose translator of addresses the near one stands.</summary>
internal sealed class TranslatorBench
{
    private readonly Simulation _simulation = new();
    private readonly MessageLog _log = new();
    private readonly Node _near;
    private readonly Node _far;
    private readonly Branch _up;
    private readonly Branch _down;
    private int _serial;

    public TranslatorBench(
        Protocol protocol,
        Duration? datagrams = null,
        Duration? connections = null,
        ForgottenConnection forgotten = ForgottenConnection.Drop
    )
        : this(
            protocol,
            (near, far, simulation, observers) =>
                new InternetPath(
                    "core",
                    simulation,
                    observers,
                    DelayModel.Constant(10.Milliseconds),
                    new LossModel(0),
                    bindingLifetime: datagrams,
                    connectionLifetime: connections,
                    forgotten: forgotten
                ).Join(new Port(near), new Port(far))
        ) { }

    /// <summary>A core of the catalogue between them.</summary>
    public TranslatorBench(Protocol protocol, PathTechnology core)
        : this(
            protocol,
            (near, far, simulation, observers) =>
                core.Install(new Site(simulation, observers, [near], 1000, new Demand(0.01, 8))).Join(near, far)
        ) { }

    private TranslatorBench(Protocol protocol, Func<Node, Node, Simulation, Observers, (Leg Up, Leg Down)> join)
    {
        var observers = new Observers();
        observers.Add(_log);
        (_near, _far) = (new Node(_simulation, Entity.Of("near"), observers), new Node(_simulation, Entity.Of("far"), observers));
        var (up, down) = join(_near, _far, _simulation, observers);
        var session = protocol.Connect(new SessionPlan(_near, _far, [up], [down], ServerSends: true));
        (_up, _down) = (Root(0), Root(1));
        _near.Connect([new EdgeSessions(session), new EdgeSessions(session)]);
        _far.Connect([new EdgeSessions(session), new EdgeSessions(session)]);
        session.Open();
    }

    public TranslatorBench Up(double at) => Produce(_near, _up, at);

    public TranslatorBench Down(double at) => Produce(_far, _down, at);

    public MessageLog Run(double seconds = 2000)
    {
        _simulation.RunUntil(SimTime.Start + seconds.Seconds);
        return _log;
    }

    private TranslatorBench Produce(Node node, Branch root, double at)
    {
        var serial = _serial++;
        _simulation.At(SimTime.Start + at.Seconds, new Act(() => node.Originate(new Message(root, node.Entity, serial, _simulation.Now))));
        return this;
    }

    private static Branch Root(int index)
    {
        var root = new Branch(new Relation(index, $"relation {index}", ["consumer"], new Content(4, 16), null), -1, null, []);
        root.Grow(index, ["waiting", "core", "processing"]).Seat(0);
        return root;
    }
}
