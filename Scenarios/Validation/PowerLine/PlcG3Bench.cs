using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.PowerLine;

/// <summary>Meters on a power line, and what becomes of their readings of four values and of settings for them.</summary>
internal sealed class PlcG3Bench
{
    private static readonly Purpose ArrivalPurpose = Purpose.Named("arrivals");

    private readonly Branch _up;
    private readonly Branch _down;
    private readonly Node[] _meters;
    private readonly Node _concentrator;

    public PlcG3Bench(PlcG3Options options, int meters, int replication, Content? content = null)
    {
        Simulation = new Simulation(seed: 41, replication);
        var observers = new Observers();
        observers.Add(Log);
        var technology = new PlcG3(options);
        string[] stages = ["waiting", .. technology.Stages, "processing"];
        var carried = content ?? new Content(4, 32);
        _up = new Branch(new Relation(0, "reading", ["concentrator"], carried, null), -1, null, []);
        _up.Grow(0, stages).Seat(0);
        _down = new Branch(new Relation(1, "setting", ["meter"], carried, null), -1, null, []);
        _down.Grow(0, stages).Seat(0);
        _meters = [.. Enumerable.Range(0, meters).Select(i => new Node(Simulation, Entity.Of("meter", i), observers) { IsMetered = true })];
        _concentrator = new Node(Simulation, Entity.Of("concentrator"), observers);
        Installation = (PlcG3Installation)
            technology.Install(new Site(Simulation, observers, _meters, 100, new Demand(meters / 900.0, carried.PackedBytes)));
        Sessions = [.. _meters.Select(meter => (PlcG3Meter)Installation.Join(meter, _concentrator))];
        foreach (var (meter, session) in _meters.Zip(Sessions))
        {
            meter.Connect([new EdgeSessions(session)]);
        }

        _concentrator.Connect([new EdgeSessions(Sessions[0])]);
    }

    public Simulation Simulation { get; }

    public LoRaWanBench.EventLog Log { get; } = new();

    public PlcG3Installation Installation { get; }

    public IReadOnlyList<PlcG3Meter> Sessions { get; }

    public IReadOnlyList<Node> Meters => _meters;

    /// <summary>Sends messages from or to the first meter at random times in intervals of their own.</summary>
    public PlcG3Bench Run(int messages, Duration interval, bool isDown = false)
    {
        var random = Simulation.Random.Stream(Entity.Of("test"), ArrivalPurpose);
        for (var i = 0; i < messages; i++)
        {
            Simulation.RunUntil(SimTime.Start + interval * (i + random.Uniform() / 2));
            var sender = isDown ? _concentrator : _meters[0];
            sender.Originate(new Message(isDown ? _down : _up, sender.Entity, i, Simulation.Now));
        }

        return RunFor(interval * 2L);
    }

    public PlcG3Bench RunFor(Duration time)
    {
        Simulation.RunUntil(Simulation.Now + time);
        return this;
    }
}
