using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>The way of a device that nobody hears: everything is lost on it.</summary>
internal sealed class Unreachable(string name, Observers observers) : Medium(name)
{
    /// <summary>Legs that lead nowhere.</summary>
    public (Leg Up, Leg Down) Join(Node near, Node far) =>
        (new Nowhere(this, new Port(near), new Port(far)), new Nowhere(this, new Port(far), new Port(near)));

    /// <summary>What a report says where some devices have no link; the same sentence whatever their number, as that is luck.</summary>
    /// <param name="name">Name of the technology.</param>
    /// <param name="station">What they do not reach: access point, gateway …</param>
    public static string Finding(string name, string station) =>
        $"{name}: some devices reach no {station}; they send and receive less than the others, so that energy per device and battery life look better than for devices that do their job. Losses out of range tell how many there are.";

    public override void Send(in Frame frame)
    {
        observers.FrameLost(this, DropReason.OutOfRange);
        frame.Lose(DropReason.OutOfRange);
    }

    private sealed class Nowhere(Medium medium, Port from, Port to) : Leg(medium, from, to)
    {
        public override DropReason? Cut => DropReason.OutOfRange;
    }
}
