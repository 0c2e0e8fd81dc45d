using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Links;

/// <summary>Slaves of a Modbus master with values of ten registers, and what becomes of their messages and of the master's.</summary>
internal sealed class ModbusBench
{
    private static readonly Purpose ArrivalPurpose = Purpose.Named("arrivals");

    private readonly Branch _up;
    private readonly Branch _down;
    private readonly Node[] _slaves;
    private readonly Node _master;

    public ModbusBench(Rs485ModbusOptions options, int slaves, int replication)
    {
        Simulation = new Simulation(seed: 31, replication);
        var observers = new Observers();
        observers.Add(Log);
        var technology = new Rs485Modbus(options);
        string[] stages = ["waiting", .. technology.Stages, "processing"];
        _up = new Branch(new Relation(0, "value", ["controller"], new Content(10, 16), null), -1, null, []);
        _up.Grow(0, stages).Seat(0);
        _down = new Branch(new Relation(1, "setting", ["sensor"], new Content(10, 16), null), -1, null, []);
        _down.Grow(0, stages).Seat(0);
        _slaves = [.. Enumerable.Range(0, slaves).Select(i => new Node(Simulation, Entity.Of("sensor", i), observers))];
        _master = new Node(Simulation, Entity.Of("controller"), observers);
        Installation = (Rs485ModbusInstallation)technology.Install(new Site(Simulation, observers, _slaves, 100, new Demand(slaves, 20)));
        Session[] sessions = [.. _slaves.Select(slave => Installation.Join(slave, _master))];
        foreach (var (slave, session) in _slaves.Zip(sessions))
        {
            slave.Connect([new EdgeSessions(session)]);
        }

        _master.Connect([new EdgeSessions(sessions[0])]);
    }

    public Simulation Simulation { get; }

    public LoRaWanBench.EventLog Log { get; } = new();

    public Rs485ModbusInstallation Installation { get; }

    /// <summary>Sends messages from or to the first slave at random times in intervals of their own.</summary>
    public ModbusBench Run(int messages, Duration interval, bool isDown)
    {
        var random = Simulation.Random.Stream(Entity.Of("test"), ArrivalPurpose);
        for (var i = 0; i < messages; i++)
        {
            Simulation.RunUntil(SimTime.Start + interval * (i + random.Uniform() / 2));
            var sender = isDown ? _master : _slaves[0];
            sender.Originate(new Message(isDown ? _down : _up, sender.Entity, i, Simulation.Now));
        }

        Simulation.RunUntil(Simulation.Now + interval * 2L);
        return this;
    }
}
