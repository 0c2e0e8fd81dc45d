using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.WirelessMBus;

/// <summary>Meters around one collector in plain sight, each with a message to repeat, and what becomes of their frames.</summary>
internal sealed class WmBusBench : Probe
{
    private readonly Branch _way;

    /// <param name="options">Of the technology.</param>
    /// <param name="meters">How many, all at the same distance [1].</param>
    /// <param name="content">Of each message [B].</param>
    /// <param name="replication">Of the luck.</param>
    public WmBusBench(WmBusOptions options, int meters, int content, int replication = 0)
    {
        Simulation = new Simulation(seed: 31, replication);
        var observers = new Observers();
        observers.Add(this);
        _way = new Branch(new Relation(0, "reading", ["collector"], new Content(1, 8 * content), null), -1, null, []);
        _way.Grow(0, ["waiting", "air", "processing"]).Seat(0);
        Meters =
        [
            .. Enumerable
                .Range(0, meters)
                .Select(i => new Node(Simulation, Entity.Of("meter", i), observers)
                {
                    Position = new Position(10, 0, 1),
                    IsMetered = true,
                }),
        ];
        var site = new Site(Simulation, observers, Meters, 20, new Demand(meters, content))
        {
            Propagation = new PropagationOptions { Shadowing = 0, Buildings = BuildingModel.None },
        };
        var network = new WmBus(options).Install(site);
        var collector = new Node(Simulation, Entity.Of("collector"), observers) { Position = new Position(0, 0, 2) };
        foreach (var meter in Meters)
        {
            var session = network.Join(meter, collector);
            meter.Connect([new EdgeSessions(session)]);
            session.Open();
        }
    }

    public Simulation Simulation { get; }

    public Node[] Meters { get; }

    /// <summary>Begins of frames.</summary>
    public List<SimTime> Begun { get; } = [];

    /// <summary>Why frames were lost.</summary>
    public List<DropReason> Lost { get; } = [];

    /// <summary>Messages that arrived, with their waiting.</summary>
    public List<Message> Arrived { get; } = [];

    /// <summary>Why messages were given up.</summary>
    public List<DropReason> GivenUp { get; } = [];

    /// <summary>A meter produces a message now.</summary>
    public WmBusBench Report(int meter, int serial = 0)
    {
        Meters[meter].Originate(new Message(_way, Meters[meter].Entity, serial, Simulation.Now));
        return this;
    }

    public WmBusBench RunFor(Duration duration)
    {
        Simulation.RunUntil(Simulation.Now + duration);
        return this;
    }

    public override void FrameSent(Medium medium, int bytes, Duration occupied) => Begun.Add(Simulation.Now);

    public override void FrameLost(Medium medium, DropReason reason) => Lost.Add(reason);

    public override void Delivered(in Message message, int consumer, SimTime now) => Arrived.Add(message);

    public override void Dropped(in Message message, DropReason reason, SimTime now) => GivenUp.Add(reason);
}
