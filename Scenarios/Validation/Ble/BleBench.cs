using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Ble;

/// <summary>Devices that advertise to one gateway in plain sight, and what becomes of their advertisements.</summary>
internal sealed class BleBench : Probe, IEventTarget
{
    private static readonly Purpose Phase = Purpose.Named("phase");

    private readonly Observers _observers = new();
    private readonly Branch _way;

    /// <param name="options">Of the technology.</param>
    /// <param name="devices">How many, all at the same distance [1].</param>
    /// <param name="content">Of each advertisement [B].</param>
    /// <param name="seed">Of the run.</param>
    public BleBench(BleAdvertisingOptions options, int devices, int content, ulong seed = 1)
    {
        Simulation = new Simulation(seed);
        _observers.Add(this);
        _way = new Branch(new Relation(0, "reading", ["consumer"], new Content(1, 8 * content), null), -1, null, []);
        _way.Grow(0, ["waiting", "air", "backhaul", "processing"]).Seat(0);
        Devices =
        [
            .. Enumerable
                .Range(0, devices)
                .Select(i => new Node(Simulation, Entity.Of("tag", i), _observers) { Position = new Position(10, 0, 1), IsMetered = true }),
        ];
        var site = new Site(Simulation, _observers, Devices, 20, new Demand(devices, content))
        {
            Propagation = new PropagationOptions { Shadowing = 0, Buildings = BuildingModel.None },
        };
        var end = new Node(Simulation, Entity.Of("network-server"), _observers);
        Network = (BleAdvertisingInstallation)new BleAdvertising(options with { Gateways = 1 }).Install(site);
        foreach (var device in Devices)
        {
            device.Connect([new EdgeSessions(Network.Join(device, end))]);
        }
    }

    public Simulation Simulation { get; }

    public BleAdvertisingInstallation Network { get; }

    public Node[] Devices { get; }

    /// <summary>Advertisements sent [1].</summary>
    public long Advertisements { get; private set; }

    /// <summary>Advertisements that the gateway did not get [1].</summary>
    public long Lost { get; private set; }

    /// <summary>Messages that arrived [1].</summary>
    public int Arrived { get; private set; }

    /// <summary>Messages given up [1].</summary>
    public int GivenUp { get; private set; }

    /// <summary>Each device produces a message at a time of its own within a period.</summary>
    public BleBench Begin(Duration period)
    {
        for (var i = 0; i < Devices.Length; i++)
        {
            Simulation.After(period * Simulation.Random.Draw(Devices[i].Entity, Phase).Uniform(), this, i);
        }

        return this;
    }

    public BleBench RunFor(Duration duration)
    {
        Simulation.RunUntil(Simulation.Now + duration);
        return this;
    }

    public override void FrameSent(Medium medium, int bytes, Duration occupied) => Advertisements++;

    public override void FrameLost(Medium medium, DropReason reason) => Lost++;

    public override void Delivered(in Message message, int consumer, SimTime now) => Arrived++;

    public override void Dropped(in Message message, DropReason reason, SimTime now) => GivenUp++;

    void IEventTarget.Fire(long token) => Report((int)token);

    /// <summary>A device produces a message now.</summary>
    public void Report(int device, int serial = 0) =>
        Devices[device].Originate(new Message(_way, Devices[device].Entity, serial, Simulation.Now));
}
