using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Platform;

/// <summary>Messages that come to a broker as a Poisson process, as those of many clients out of step do, and when their copies leave.</summary>
internal sealed class BrokerBench : IEventTarget
{
    private static readonly Purpose Gap = Purpose.Named("arrivals");
    private static readonly Entity Client = Entity.Of("client");

    private readonly Simulation _simulation;
    private readonly Node _node;
    private readonly Branch _root;
    private readonly Branch _branch;
    private readonly ServiceStation _station;
    private readonly double _rate;
    private readonly SimTime _end;
    private readonly int _copies;
    private double _stay;

    private BrokerBench(BrokerOptions options, double rate, int copies, Duration duration, int replication)
    {
        (_rate, _copies, _simulation) = (rate, copies, new Simulation(seed: 23, replication));
        _end = SimTime.Start + duration;
        var entity = Entity.Of("broker");
        var plan = new PlatformPlan(_simulation, entity, new Demand(rate, 16), copies);
        _station = (ServiceStation)new Broker(options).Install(plan).Processor!;
        _node = new Node(_simulation, entity, new Observers()) { Processor = _station };
        _root = new Branch(new Relation(0, "reading", ["subscriber"], new Content(16, 8), null), -1, null, []);
        _branch = _root.Grow(0, ["waiting", "processing"]);
        _branch.Seat(0);
        for (var copy = 0; copy < copies; copy++)
        {
            _branch.Grow(1 + copy, []);
        }

        var subscriber = new Subscriber(_node, this);
        _node.Connect([.. Enumerable.Range(0, 1 + copies).Select(_ => new EdgeSessions(subscriber))]);
    }

    /// <summary>Copies that have left [1].</summary>
    public int Delivered { get; private set; }

    /// <summary>Copies that left each second [1/s].</summary>
    public double PerSecond => Delivered / (_end - SimTime.Start).TotalSeconds;

    /// <summary>Mean time from the arrival of a message to the leaving of a copy [s].</summary>
    public double MeanStay => _stay / Delivered;

    /// <summary>Work per time and core of the machine [1].</summary>
    /// <param name="cores">Of the machine [1].</param>
    public double Share(int cores) => _station.Worked / (_end - SimTime.Start) / cores;

    /// <summary>One replication.</summary>
    /// <param name="options">The broker.</param>
    /// <param name="rate">Messages that come [1/s].</param>
    /// <param name="copies">That leave of each [1].</param>
    /// <param name="duration">Of the run.</param>
    /// <param name="replication">Of the luck.</param>
    public static BrokerBench Run(BrokerOptions options, double rate, int copies, Duration duration, int replication)
    {
        var bench = new BrokerBench(options, rate, copies, duration, replication);
        bench.Schedule(0);
        bench._simulation.RunUntil(bench._end);
        return bench;
    }

    void IEventTarget.Fire(long serial)
    {
        _node.Receive(new Message(_root, Client, (int)serial, _simulation.Now).Towards(_branch));
        Schedule(serial + 1);
    }

    private void Schedule(long serial)
    {
        var draw = _simulation.Random.Draw(Client, Gap, serial);
        _simulation.After(Duration.FromSeconds(draw.Exponential(1 / _rate)), this, serial);
    }

    private sealed class Subscriber(Node node, BrokerBench bench) : Session(node, node)
    {
        public override void Send(in Message message, Node sender)
        {
            bench.Delivered++;
            bench._stay += (Near.Simulation.Now - message.Created).TotalSeconds;
        }
    }
}
