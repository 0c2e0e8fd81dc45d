using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>A bare TCP connection over a link of 8 Mbit/s and 10 ms one way, with a log of packets and of what its users are told.</summary>
internal sealed class TcpBench : ITransportUser, IFrameReceiver
{
    private readonly Route _up;
    private readonly Route _down;

    public TcpBench(
        double loss = 0,
        ulong seed = 1,
        TransportOptions? options = null,
        TlsProfile? security = null,
        IReadOnlyList<int>? lose = null
    )
    {
        Simulation = new Simulation(seed);
        var observers = new Observers();
        var near = new Node(Simulation, Entity.Of("near", 3), observers);
        var far = new Node(Simulation, Entity.Of("far"), observers);
        var settings = new LinkSettings
        {
            Rate = 8.MegabitsPerSecond,
            Delay = DelayModel.Constant(10.Milliseconds),
            Framing = Framing.None,
            Loss = new LossModel(loss),
        };
        var link = new Link("link", Simulation, observers, null, settings, settings);
        var (up, down) = link.Join(new Port(near), new Port(far));
        Tap = new Tap(Packets, Simulation);
        Tap.Lose.UnionWith(lose ?? []);
        _up = new Route([Tap.On(up, isUp: true)], this);
        _down = new Route([Tap.On(down, isUp: false)], this);
        Connection = new TcpConnection(
            near,
            far,
            _up,
            _down,
            this,
            options ?? new PushOptions(),
            0,
            4001,
            security is null ? null : new TlsHandshake(security)
        );
    }

    public Simulation Simulation { get; }

    public TcpConnection Connection { get; }

    public Tap Tap { get; }

    public List<CapturedPacket> Packets { get; } = [];

    public List<byte> ToServer { get; } = [];

    public List<byte> ToClient { get; } = [];

    public List<(bool IsClient, DropReason Reason, double At)> Failures { get; } = [];

    public List<bool> Closed { get; } = [];

    public Action WhenConnected { get; set; } = () => { };

    /// <summary>Whether an end closes when the other one has.</summary>
    public bool ClosesInTurn { get; init; } = true;

    public bool IsListening { get; set; } = true;

    public int[] Lengths(double after = 0) => [.. Packets.Where(p => p.At.TotalSeconds >= after).Select(p => p.Octets.Length)];

    /// <summary>Sizes of the packets with data, in one direction.</summary>
    public int[] Payloads(bool isUp) => [.. Packets.Where(p => p.IsUp == isUp && p.Payload > 0).Select(p => p.Payload)];

    public TcpBench Do(double at, Action action)
    {
        Simulation.At(SimTime.Start + at.Seconds, new Act(action));
        return this;
    }

    public TcpBench Run(double seconds = 10_000)
    {
        Simulation.RunUntil(SimTime.Start + seconds.Seconds);
        return this;
    }

    public void Connected(TcpConnection connection) => WhenConnected();

    public void Received(TcpEnd end, StreamUnit unit, in Frame frame)
    {
        var octets = new byte[unit.Length];
        unit.Write(octets);
        (end.IsClient ? ToClient : ToServer).AddRange(octets);
    }

    public void PeerClosed(TcpEnd end)
    {
        Closed.Add(end.IsClient);
        if (ClosesInTurn)
        {
            end.Close();
        }
    }

    public void Failed(TcpEnd end, DropReason reason) => Failures.Add((end.IsClient, reason, Simulation.Now.TotalSeconds));

    void IFrameReceiver.Receive(in Frame frame)
    {
        var segment = (TcpSegment)frame.Packet;
        segment.Sender.Peer.Arrive(segment, frame);
    }

    void IFrameReceiver.Lost(in Frame frame, DropReason reason) { }
}
