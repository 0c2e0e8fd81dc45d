using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>The way of a device that nobody hears: everything is lost on it.</summary>
internal sealed class Unreachable(string name, Observers observers) : Medium(name)
{
    /// <summary>Legs that lead nowhere.</summary>
    public (Leg Up, Leg Down) Join(Node near, Node far) =>
        (new Leg(this, new Port(near), new Port(far)), new Leg(this, new Port(far), new Port(near)));

    public override void Send(in Frame frame)
    {
        observers.FrameLost(this, DropReason.OutOfRange);
        frame.Lose(DropReason.OutOfRange);
    }
}
