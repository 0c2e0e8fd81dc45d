using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Platform;

/// <summary>A node with a processor that messages reach directly, and what came out of it.</summary>
internal sealed class OneStation
{
    private readonly Branch _root;

    public OneStation(Func<Simulation, IProcessor?> processor, ulong seed = 1, int replication = 0, int copies = 1)
    {
        Simulation = new Simulation(seed, replication);
        Outcomes = new OutcomeLog();
        var observers = new Observers();
        observers.Add(Outcomes);
        Node = new Node(Simulation, Entity.Of("server"), observers) { Processor = processor(Simulation) };
        _root = new Branch(new Relation(0, "reading", ["consumer"], new Content(1, 16), null), -1, null, []);
        Branch = _root.Grow(0, ["waiting", "processing"]);
        Branch.Seat(0);
        for (var copy = 0; copy < copies; copy++)
        {
            Branch.Grow(1 + copy, []);
        }

        var silent = new SilentSession(Node);
        Node.Connect([.. Enumerable.Range(0, 1 + copies).Select(_ => new EdgeSessions(silent))]);
    }

    public Simulation Simulation { get; }

    public Node Node { get; }

    public Branch Branch { get; }

    public OutcomeLog Outcomes { get; }

    public void Arrive(int serial, SimTime created) =>
        Node.Receive(new Message(_root, Entity.Of("meter"), serial, created).Towards(Branch));

    public void ArriveAt(SimTime time, int serial) => Simulation.At(time, new Arrival(this), serial);

    public static IProcessor Station(Simulation simulation, ServiceTime service, int servers, int room = ServiceStation.Unlimited) =>
        new ServiceStation(simulation, Entity.Of("server"), service, servers, room);

    private sealed class Arrival(OneStation station) : IEventTarget
    {
        public void Fire(long token) => station.Arrive((int)token, station.Simulation.Now);
    }

    private sealed class SilentSession(Node node) : Session(node, node)
    {
        public override void Send(in Message message, Node sender) { }
    }
}
