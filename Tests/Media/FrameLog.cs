using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

/// <summary>Two nodes and what happens to bare frames between them.</summary>
internal sealed class FrameLog : IFrameReceiver
{
    public FrameLog(ulong seed = 1, int near = 0)
    {
        Simulation = new Simulation(seed);
        Near = new Node(Simulation, Entity.Of("near", near), Observers) { IsMetered = true };
        Far = new Node(Simulation, Entity.Of("far"), Observers);
    }

    public Simulation Simulation { get; }

    public Observers Observers { get; } = new();

    public Node Near { get; }

    public Node Far { get; }

    public List<(int Number, SimTime At)> Arrived { get; } = [];

    public List<(int Number, DropReason Reason)> Dropped { get; } = [];

    public Leg? Leg { get; set; }

    /// <summary>Sends a packet of a length, now or later.</summary>
    public void Send(int number, int length, SimTime at)
    {
        var shipment = new Shipment(this, number, length);
        if (at == Simulation.Now)
        {
            shipment.Fire(0);
        }
        else
        {
            Simulation.At(at, shipment);
        }
    }

    public void Receive(in Frame frame) => Arrived.Add((((Blank)frame.Packet).Number, Simulation.Now));

    public void Lost(in Frame frame, DropReason reason) => Dropped.Add((((Blank)frame.Packet).Number, reason));

    private sealed class Shipment(FrameLog log, int number, int length) : IEventTarget
    {
        public void Fire(long token)
        {
            var frame = new Frame(new Blank(number, length), new Route([log.Leg!], log), log.Simulation.Now);
            log.Leg!.Medium.Send(frame);
        }
    }

    private sealed class Blank(int number, int length) : Packet
    {
        public int Number { get; } = number;

        public override int Length { get; } = length;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }
}
