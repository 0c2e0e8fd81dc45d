using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sigfox;

/// <summary>A Sigfox network with devices and one application at the network server, and what happens to them.</summary>
internal sealed class SigfoxBench
{
    /// <summary>One base station without strangers.</summary>
    public static readonly SigfoxRc1Options Plain = new()
    {
        Stations = 1,
        ForeignLoad = 0,
        ForeignWidebandLoad = 0,
    };

    /// <summary>The same with a whole board, MKRFOX1200, as Gomez et al. 2019 measured it; its current asleep leaves 14.6 years of 2400 mAh without a message.</summary>
    public static readonly SigfoxRc1Options Board = Plain with
    {
        Voltage = 3.3,
        TransmitCurrent = 0.0272,
        ReceiveCurrent = 0.0185,
        WakeUpTime = 287.Milliseconds,
        WakeUpCurrent = 0.0104,
        GapCurrent = 0.0012,
        WaitCurrent = 0.0013,
        SwitchOffTime = 5.Milliseconds,
        SleepCurrent = 18.75e-6,
    };

    /// <summary>Everything in plain sight: no shadowing, no buildings.</summary>
    public static readonly PropagationOptions PlainSight = new() { Shadowing = 0, Buildings = BuildingModel.None };

    private readonly Branch _up;
    private readonly Branch _down;
    private readonly SigfoxDevice[] _devices;

    public SigfoxBench(
        SigfoxOptions options,
        Position[] places,
        int bits = 96,
        bool isTwoWay = false,
        double radius = 10_000,
        PropagationOptions? propagation = null,
        int downBytes = 8,
        ulong seed = 1,
        int replication = 0,
        Func<int, IEnergySource>? supply = null
    )
    {
        Simulation = new Simulation(seed, replication);
        Observers = new Observers();
        var technology = new Technologies.Sigfox("sigfox-rc1", options);
        _up = Way(0, "reading", bits, ["waiting", "air", "backhaul", "processing"]);
        _down = Way(1, "command", 8 * downBytes, ["waiting", "backhaul", "air", "processing"]);
        Devices =
        [
            .. places.Select(
                (place, i) =>
                    new Node(Simulation, Entity.Of("meter", i), Observers)
                    {
                        Position = place,
                        IsMetered = true,
                        Supply = supply?.Invoke(i),
                    }
            ),
        ];
        Server = new Node(Simulation, Entity.Of("network-server"), Observers);
        var site = new Site(Simulation, Observers, Devices, radius, new Demand(places.Length / 3600.0, (bits + 7) / 8))
        {
            Propagation = propagation ?? PlainSight,
            IsTwoWay = isTwoWay,
        };
        Network = (SigfoxInstallation)technology.Install(site);
        _devices = [.. Devices.Select(device => (SigfoxDevice)Network.Join(device, Server))];
        for (var i = 0; i < Devices.Length; i++)
        {
            Devices[i].Connect([new EdgeSessions(_devices[i])]);
        }

        Server.Connect([new EdgeSessions(_devices)]);
    }

    public Simulation Simulation { get; }

    public Observers Observers { get; }

    public SigfoxInstallation Network { get; }

    public Node[] Devices { get; }

    public Node Server { get; }

    public IReadOnlyList<SigfoxDevice> Sessions => _devices;

    public static Position At(double distance) => new(distance, 0, 1.5);

    /// <summary>Devices begin to ask for messages.</summary>
    public void Open()
    {
        foreach (var device in _devices)
        {
            device.Open();
        }
    }

    /// <summary>A device produces a message now.</summary>
    public void Report(int device, int serial = 0) =>
        Devices[device].Originate(new Message(_up, Devices[device].Entity, serial, Simulation.Now));

    /// <summary>The application has a message for a device now.</summary>
    public void Command(int device, int serial = 0) => Server.Originate(new Message(_down, Server.Entity, serial, Simulation.Now, device));

    public void RunFor(Duration duration) => Simulation.RunUntil(Simulation.Now + duration);

    private static Branch Way(int index, string name, int bits, string[] stages)
    {
        var root = new Branch(new Relation(index, name, ["consumer"], new Content(1, bits), null), -1, null, []);
        root.Grow(0, stages).Seat(0);
        return root;
    }
}
