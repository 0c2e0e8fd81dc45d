using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.Wlan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Wlan;

/// <summary>A channel with stations and an access point, and frames that are only a number and a length.</summary>
internal sealed class WlanBench : IFrameReceiver
{
    /// <summary>802.11b at 11 Mbit/s: 1000 B and 36 octets take 192 + 754 us, an acknowledgement at 2 Mbit/s 248 us.</summary>
    public static readonly WlanSettings Direct = new(WlanPhys.HighRateDirectSequence);

    public static readonly Duration Data = 946.Microseconds;
    public static readonly Duration Answer = 248.Microseconds;

    private readonly Route[] _up;
    private readonly Route[] _down;

    public WlanBench(WlanSettings settings, int stations, Func<int, WlanLink>? link = null, WlanCurrents? currents = null, ulong seed = 1)
    {
        Simulation = new Simulation(seed);
        var observers = new Observers();
        var accessPoint = new Node(Simulation, Entity.Of("access point"), observers);
        Channel = new WlanChannel("wlan", Simulation, observers, accessPoint, settings);
        Nodes =
        [
            .. Enumerable.Range(0, stations).Select(i => new Node(Simulation, Entity.Of("station", i), observers) { IsMetered = true }),
        ];
        var legs = Nodes
            .Select(
                (node, i) =>
                    Channel.Join(
                        node,
                        accessPoint,
                        link?.Invoke(i) ?? new WlanLink(3, 3),
                        currents is null ? null : node.AddMeter(currents.States("radio", ""))
                    )
            )
            .ToArray();
        _up = [.. legs.Select(pair => new Route([pair.Up], this))];
        _down = [.. legs.Select(pair => new Route([pair.Down], this))];
    }

    public Simulation Simulation { get; }

    public WlanChannel Channel { get; }

    public Node[] Nodes { get; }

    /// <summary>Numbers and times of what arrived.</summary>
    public List<(int Number, Duration At)> Arrived { get; } = [];

    /// <summary>Numbers and reasons of what was lost.</summary>
    public List<(int Number, DropReason Reason)> Lost { get; } = [];

    /// <summary>Has a station send a frame at a time.</summary>
    public void Up(int station, int number, Duration at, int length = 1000) => At(_up[station], number, at, length);

    /// <summary>Has the access point send a frame to a station.</summary>
    public void Down(int station, int number, Duration at, int length = 1000) => At(_down[station], number, at, length);

    public void Run(Duration? duration = null) => Simulation.RunUntil(SimTime.Start + (duration ?? 10.Seconds));

    void IFrameReceiver.Receive(in Frame frame) => Arrived.Add((((Blank)frame.Packet).Number, Simulation.Now - SimTime.Start));

    void IFrameReceiver.Lost(in Frame frame, DropReason reason) => Lost.Add((((Blank)frame.Packet).Number, reason));

    private void At(Route route, int number, Duration at, int length) =>
        Simulation.At(SimTime.Start + at, new Shipment(Simulation, route, new Blank(number, length)));

    private sealed class Shipment(Simulation simulation, Route route, Packet packet) : IEventTarget
    {
        public void Fire(long token)
        {
            var frame = new Frame(packet, route, simulation.Now);
            frame.Leg.Medium.Send(frame);
        }
    }

    private sealed class Blank(int number, int length) : Packet
    {
        public int Number { get; } = number;

        public override int Length { get; } = length;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }
}
