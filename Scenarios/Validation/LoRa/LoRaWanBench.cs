using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LoRa;

/// <summary>A LoRaWAN network with meters and one application at the network server, and what happens to them.</summary>
internal sealed class LoRaWanBench
{
    /// <summary>One gateway without strangers; devices radiate 14 dBm and gateways hear as in signetlabdei/lorawan.</summary>
    public static readonly LoRaWanEu868Options Plain = new()
    {
        Gateways = 1,
        ForeignLoad = 0,
        TransmitPower = 14,
        GatewayReceiver = LoRaReceiverChip.Sx1301,
    };

    /// <summary>Everything in plain sight: no shadowing, no buildings.</summary>
    public static readonly PropagationOptions PlainSight = new() { Shadowing = 0, Buildings = BuildingModel.None };

    private readonly Branch _root;
    private readonly LoRaWanDevice[] _devices;

    public LoRaWanBench(
        LoRaWanOptions options,
        Position[] places,
        Content? content = null,
        ulong seed = 1,
        double radius = 6400,
        bool indoor = false,
        PropagationOptions? propagation = null
    )
    {
        Simulation = new Simulation(seed);
        var observers = new Observers();
        observers.Add(Log);
        var technology = new LoRaWan(options);
        var relation = new Relation(0, "reading", ["utility"], content ?? new Content(1, 128), null);
        _root = new Branch(relation, -1, null, []);
        _root.Grow(0, ["waiting", .. technology.Stages, "processing"]).Seat(0);
        Meters =
        [
            .. places.Select(
                (place, i) =>
                    new Node(Simulation, Entity.Of("meter", i), observers)
                    {
                        Position = place,
                        IsMetered = true,
                        Indoor = indoor,
                    }
            ),
        ];
        var server = new Node(Simulation, Entity.Of("network-server"), observers);
        Network = (LoRaWanInstallation)
            technology.Install(
                new Site(Simulation, observers, Meters, radius, new Demand(places.Length / 600.0, 16))
                {
                    Propagation = propagation ?? PlainSight,
                }
            );
        _devices = [.. Meters.Select(meter => (LoRaWanDevice)Network.Join(meter, server))];
        for (var i = 0; i < Meters.Length; i++)
        {
            Meters[i].Connect([new EdgeSessions(_devices[i])]);
        }
    }

    public Simulation Simulation { get; }

    public LoRaWanInstallation Network { get; }

    public Node[] Meters { get; }

    public IReadOnlyList<LoRaWanDevice> Devices => _devices;

    public EventLog Log { get; } = new();

    /// <summary>A meter produces a message now.</summary>
    public void Report(int meter, int serial = 0) =>
        Meters[meter].Originate(new Message(_root, Meters[meter].Entity, serial, Simulation.Now));

    public void RunFor(Duration duration) => Simulation.RunUntil(Simulation.Now + duration);

    public static Position At(double distance) => new(distance, 0, 1.2);

    /// <summary>Everything that a probe sees.</summary>
    internal sealed class EventLog : Probe
    {
        public List<Message> DeliveredMessages { get; } = [];
        public List<SimTime> DeliveryTimes { get; } = [];
        public List<DropReason> Drops { get; } = [];
        public List<(int Bytes, Duration Airtime)> Frames { get; } = [];
        public int Produced { get; private set; }

        public override void Sent(in Message message, SimTime now) => Produced++;

        public override void Delivered(in Message message, int consumer, SimTime now)
        {
            DeliveredMessages.Add(message);
            DeliveryTimes.Add(now);
        }

        public override void Dropped(in Message message, DropReason reason, SimTime now) => Drops.Add(reason);

        public override void FrameSent(Medium medium, int bytes, Duration occupied) => Frames.Add((bytes, occupied));
    }
}
