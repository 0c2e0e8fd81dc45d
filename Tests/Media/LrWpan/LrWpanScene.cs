using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.LrWpan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.LowPan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.LrWpan;

/// <summary>A few radios with links by hand, and what happens to their packets.</summary>
internal sealed class LrWpanScene : Probe, IFrameReceiver
{
    private readonly Observers _observers = new();
    private readonly Dictionary<LrWpanRadio, List<Reach>> _reaches = [];
    private readonly Dictionary<LrWpanRadio, (Leg Up, Leg Down)> _legs = [];
    private readonly Node _outside;

    public LrWpanScene(LrWpanSettings? settings = null, ulong seed = 1, int room = int.MaxValue)
    {
        Simulation = new Simulation(seed);
        _observers.Add(this);
        Network = new LrWpanNetwork(
            "air",
            Simulation,
            _observers,
            settings ?? new LrWpanSettings(),
            1,
            (packet, _) =>
                packet.Length <= room ? LowPanFragments.Whole(packet.Length)
                : packet.Length > 10 * room ? null
                : new LowPanFragments((packet.Length + room - 1) / room, room, room, packet.Length - (packet.Length - 1) / room * room)
        );
        _outside = new Node(Simulation, Entity.Of("outside"), _observers);
    }

    public Simulation Simulation { get; }

    public LrWpanNetwork Network { get; }

    public List<(int Number, SimTime At)> Arrived { get; } = [];

    public List<(int Number, DropReason Reason)> Lost { get; } = [];

    public List<(int Bytes, SimTime At)> Air { get; } = [];

    public List<DropReason> LostFrames { get; } = [];

    public LrWpanRadio Radio(string role, bool isAlwaysOn = true)
    {
        var radio = Network.Add(new Node(Simulation, Entity.Of(role), _observers) { IsMetered = true }, 0, isAlwaysOn);
        _reaches[radio] = [];
        return radio;
    }

    /// <summary>Two radios hear each other.</summary>
    public void Link(LrWpanRadio a, LrWpanRadio b, double milliwatts = 1e-6)
    {
        _reaches[a].Add(new Reach(b.Index, (float)milliwatts));
        _reaches[b].Add(new Reach(a.Index, (float)milliwatts));
    }

    /// <summary>Says who hears whom, and each child's parent, parents first.</summary>
    public void Wire(params (LrWpanRadio Child, LrWpanRadio Parent)[] tree)
    {
        foreach (var (radio, reaches) in _reaches)
        {
            radio.Hear([.. reaches.OrderBy(reach => reach.Receiver)]);
        }

        foreach (var (child, parent) in tree)
        {
            child.Attach(parent);
            _legs[child] = Network.Join(child, _outside);
        }
    }

    public void SendUp(LrWpanRadio from, int number, int length, SimTime at) =>
        Simulation.At(at, new Shipment(this, _legs[from].Up, number, length));

    public void SendDown(LrWpanRadio to, int number, int length, SimTime at) =>
        Simulation.At(at, new Shipment(this, _legs[to].Down, number, length));

    public override void FrameSent(Medium medium, int bytes, Duration occupied) => Air.Add((bytes, Simulation.Now));

    public override void FrameLost(Medium medium, DropReason reason) => LostFrames.Add(reason);

    void IFrameReceiver.Receive(in Frame frame) => Arrived.Add((((Blank)frame.Packet).Number, Simulation.Now));

    void IFrameReceiver.Lost(in Frame frame, DropReason reason) => Lost.Add((((Blank)frame.Packet).Number, reason));

    private sealed class Shipment(LrWpanScene scene, Leg leg, int number, int length) : IEventTarget
    {
        public void Fire(long token) =>
            leg.Medium.Send(new Frame(new Blank(number, length), new Route([leg], scene), scene.Simulation.Now));
    }

    private sealed class Blank(int number, int length) : Packet
    {
        public int Number { get; } = number;

        public override int Length { get; } = length;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }
}
