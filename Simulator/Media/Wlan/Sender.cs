using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Wlan;

/// <summary>A contender of our own, with frames to send.</summary>
internal abstract class Sender(WlanChannel channel, Node node)
    : Contender(channel.Settings, new Luck(channel.Simulation.Random, node.Entity, channel.BackOff))
{
    /// <summary>What waits to be sent.</summary>
    private protected FrameQueue Queue;

    protected WlanChannel Channel { get; } = channel;

    /// <summary>Octets of the data frame of its exchange [B].</summary>
    public abstract int FrameLength { get; }

    /// <summary>The data of its exchange have arrived: takes them out of the queue.</summary>
    /// <param name="begin">When the exchange began.</param>
    /// <param name="end">When it ends.</param>
    public abstract Frame Delivered(SimTime begin, SimTime end);

    /// <summary>Its exchange has failed.</summary>
    /// <param name="begin">When the exchange began.</param>
    /// <param name="end">Until when it waits for an answer.</param>
    /// <param name="isAnswered">Whether its first frame was answered, and only the data were lost.</param>
    /// <param name="isLast">Whether it gives up.</param>
    /// <returns>The frame that it gives up.</returns>
    public abstract Frame? Failed(SimTime begin, SimTime end, bool isAnswered, bool isLast);
}
