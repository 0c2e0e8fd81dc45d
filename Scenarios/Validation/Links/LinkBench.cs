using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Scenarios.Validation.Links;

/// <summary>Two nodes with a link between them, and frames that are only a number and a length.</summary>
internal sealed class LinkBench
{
    private readonly Leg _there;
    private readonly Leg _back;
    private readonly Route _routeThere;
    private readonly Route _routeBack;

    /// <param name="replication">Of the luck.</param>
    /// <param name="there">From the near end to the far one.</param>
    /// <param name="back">The way back.</param>
    public LinkBench(int replication, LinkSettings there, LinkSettings back)
    {
        Simulation = new Simulation(seed: 31, replication);
        var observers = new Observers();
        var (near, far) = (new Node(Simulation, Entity.Of("near"), observers), new Node(Simulation, Entity.Of("far"), observers));
        var link = new Link("link", Simulation, observers, null, there, back);
        (_there, _back) = link.Join(new Port(near), new Port(far));
        _routeThere = new Route([_there], new End(number => Arrived(number)));
        _routeBack = new Route([_back], new End(number => Returned(number)));
    }

    public Simulation Simulation { get; }

    /// <summary>A frame came to the far end.</summary>
    public Action<int> Arrived { get; set; } = _ => { };

    /// <summary>A frame came back to the near end.</summary>
    public Action<int> Returned { get; set; } = _ => { };

    public void Send(int number, int bytes) => _there.Medium.Send(new Frame(new Blank(number, bytes), _routeThere, Simulation.Now));

    public void Return(int number, int bytes) => _back.Medium.Send(new Frame(new Blank(number, bytes), _routeBack, Simulation.Now));

    private sealed class End(Action<int> arrived) : IFrameReceiver
    {
        public void Receive(in Frame frame) => arrived(((Blank)frame.Packet).Number);

        public void Lost(in Frame frame, DropReason reason) { }
    }

    private sealed class Blank(int number, int length) : Packet
    {
        public int Number { get; } = number;

        public override int Length { get; } = length;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }
}
