using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Ble;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Ble;

/// <summary>One peripheral with a connection, and what becomes of its packets of given octets in the link layer.</summary>
internal sealed class BleConnectionBench : IFrameReceiver
{
    private static readonly Purpose ArrivalPurpose = Purpose.Named("arrivals");

    private readonly Route _up;
    private readonly Route _down;

    public BleConnectionBench(BleSettings settings, ulong seed)
    {
        Simulation = new Simulation(seed);
        Network = new BleNetwork("ble", Simulation, new Observers(), settings, (packet, _) => packet.Length);
        Peripheral = new Node(Simulation, Entity.Of("sensor"), new Observers()) { IsMetered = true };
        var (up, down) = Network.Join(
            Network.Connect(Peripheral, Duration.Zero),
            new Node(Simulation, Entity.Of("outside"), new Observers())
        );
        (_up, _down) = (new Route([up], this), new Route([down], this));
    }

    public Simulation Simulation { get; }

    public BleNetwork Network { get; }

    public Node Peripheral { get; }

    /// <summary>Delays of what has arrived, in order [s].</summary>
    public List<double> Delays { get; } = [];

    public List<DropReason> Losses { get; } = [];

    public void Send(int octets, bool isUp = true)
    {
        var route = isUp ? _up : _down;
        route.Legs[0].Medium.Send(new Frame(new Blank(octets, Simulation.Now), route, Simulation.Now));
    }

    /// <summary>Sends packets at random times in intervals of their own.</summary>
    public BleConnectionBench Run(int packets, int octets, Duration interval, bool isUp = true)
    {
        var random = Simulation.Random.Stream(Entity.Of("test"), ArrivalPurpose);
        for (var i = 0; i < packets; i++)
        {
            Simulation.RunUntil(SimTime.Start + interval * (i + random.Uniform() / 2));
            Send(octets, isUp);
        }

        return RunFor(interval * 2L);
    }

    public BleConnectionBench RunFor(Duration time)
    {
        Simulation.RunUntil(Simulation.Now + time);
        return this;
    }

    void IFrameReceiver.Receive(in Frame frame) => Delays.Add((Simulation.Now - ((Blank)frame.Packet).At).TotalSeconds);

    void IFrameReceiver.Lost(in Frame frame, DropReason reason) => Losses.Add(reason);

    private sealed class Blank(int length, SimTime at) : Packet
    {
        public SimTime At { get; } = at;

        public override int Length { get; } = length;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }
}
