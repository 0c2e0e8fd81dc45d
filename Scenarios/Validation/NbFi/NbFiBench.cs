using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.NbFi;

/// <summary>An NB-Fi network with meters and one application at the network server, messages either way, and what happens to them.</summary>
internal sealed class NbFiBench
{
    /// <summary>One station without strangers and rules; 20 ms to the server and as much back; rates and power stay.</summary>
    public static readonly NbFiOptions Plain = new()
    {
        Stations = 1,
        ForeignLoad = 0,
        ForeignWidebandLoad = 0,
        Regulation = NbFiRegulation.None,
        RateAdaptation = false,
        AdaptedAtStart = false,
        AccessMinimum = 10.Milliseconds,
        AccessMedian = 1.Milliseconds,
        AccessSigma = 0,
        PathDelay = 9.Milliseconds,
        PathJitter = Duration.Zero,
    };

    private readonly Branch _up;
    private readonly Branch _down;
    private readonly Node _server;

    public NbFiBench(
        NbFiOptions options,
        Position[] places,
        int bytes = 8,
        int replication = 0,
        double radius = 6400,
        IEnergySource? supply = null
    )
    {
        Simulation = new Simulation(seed: 27, replication);
        var observers = new Observers();
        Log = new EventLog(Simulation);
        observers.Add(Log);
        var technology = new Technologies.NbFi(options);
        (_up, _down) = (new Branch(Of(0, "reading", bytes), -1, null, []), new Branch(Of(1, "command", bytes), -1, null, []));
        _up.Grow(0, ["waiting", .. technology.Stages, "processing"]).Seat(0);
        _down.Grow(0, ["waiting", .. technology.Stages.Reverse(), "processing"]).Seat(0);
        Meters =
        [
            .. places.Select(
                (place, i) =>
                    new Node(Simulation, Entity.Of("meter", i), observers)
                    {
                        Position = place,
                        IsMetered = true,
                        Supply = supply,
                    }
            ),
        ];
        _server = new Node(Simulation, Entity.Of("network-server"), observers);
        Network = (NbFiInstallation)
            technology.Install(
                new Site(Simulation, observers, Meters, radius, new Demand(places.Length / 3600.0, bytes))
                {
                    Propagation = new PropagationOptions { Shadowing = 0, Buildings = BuildingModel.None },
                }
            );
        Devices = [.. Meters.Select(meter => (NbFiDevice)Network.Join(meter, _server))];
        for (var i = 0; i < Meters.Length; i++)
        {
            Meters[i].Connect([new EdgeSessions(Devices[i])]);
        }

        _server.Connect([new EdgeSessions([.. Devices])]);
    }

    public Simulation Simulation { get; }

    public NbFiInstallation Network { get; }

    public Node[] Meters { get; }

    public NbFiDevice[] Devices { get; }

    public EventLog Log { get; }

    /// <summary>A meter produces a message now.</summary>
    public void Report(int meter = 0, int serial = 0) =>
        Meters[meter].Originate(new Message(_up, Meters[meter].Entity, serial, Simulation.Now));

    /// <summary>The server produces a message for a meter now.</summary>
    public void Command(int meter = 0, int serial = 0) =>
        _server.Originate(new Message(_down, _server.Entity, serial, Simulation.Now, meter));

    public void RunUntil(double seconds) => Simulation.RunUntil(SimTime.Start + seconds.Seconds);

    /// <summary>The station hears nothing for a while from now.</summary>
    public void Deafen(Duration length) => Network.Air.Receivers[0].DeafenUntil(Simulation.Now + length);

    public static Position At(double distance) => new(distance, 0, 1.2);

    private static Relation Of(int index, string name, int bytes) => new(index, name, ["utility"], new Content(bytes, 8), null);

    /// <summary>Everything that a probe sees.</summary>
    internal sealed class EventLog(Simulation clock) : Probe
    {
        /// <summary>When frames began on the air, either way [s].</summary>
        public List<double> Frames { get; } = [];

        /// <summary>What arrived, and when [s].</summary>
        public List<(Message Message, double At)> Deliveries { get; } = [];

        public List<DropReason> Drops { get; } = [];

        public List<DropReason> FrameLosses { get; } = [];

        /// <summary>Whether to write down frames and deliveries, or only to count them.</summary>
        public bool IsBrief { get; set; }

        public long FrameCount { get; private set; }

        public long DeliveryCount { get; private set; }

        /// <summary>Messages produced before it are not counted.</summary>
        public SimTime From { get; set; }

        /// <summary>Messages produced then or later are not counted.</summary>
        public SimTime To { get; set; } = SimTime.End;

        /// <summary>Messages produced that count [1].</summary>
        public long Produced { get; private set; }

        public override void Sent(in Message message, SimTime now) => Produced += Counts(message) ? 1 : 0;

        public override void Delivered(in Message message, int consumer, SimTime now)
        {
            DeliveryCount += Counts(message) ? 1 : 0;
            if (!IsBrief)
            {
                Deliveries.Add((message, now.TotalSeconds));
            }
        }

        public override void Dropped(in Message message, DropReason reason, SimTime now)
        {
            if (!IsBrief)
            {
                Drops.Add(reason);
            }
        }

        public override void FrameSent(Medium medium, int bytes, Duration occupied)
        {
            FrameCount++;
            if (!IsBrief)
            {
                Frames.Add(clock.Now.TotalSeconds);
            }
        }

        private bool Counts(in Message message) => message.Created >= From && message.Created < To;

        public override void FrameLost(Medium medium, DropReason reason)
        {
            if (!IsBrief)
            {
                FrameLosses.Add(reason);
            }
        }
    }
}
