using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>One direction of a <see cref="Link"/>.</summary>
public sealed record LinkSettings
{
    /// <summary>Rate at which it sends [bit/s].</summary>
    public required BitRate Rate { get; init; }

    /// <summary>From the last bit sent to its arrival: propagation, and what varies on the way.</summary>
    public DelayModel Delay { get; init; } = DelayModel.Constant(Duration.Zero);

    /// <summary>Random loss of frames.</summary>
    public LossModel Loss { get; init; } = LossModel.None;

    /// <summary>Probability that a bit is wrong, which costs the frame [1].</summary>
    public double BitErrorRate { get; init; }

    /// <summary>Room for frames that wait or are being sent, in octets as on the wire [B]; a frame that does not fit is dropped.</summary>
    public long QueueBytes { get; init; } = long.MaxValue;

    /// <summary>What is added to a packet.</summary>
    public Framing Framing { get; init; } = Framing.Ethernet;

    /// <summary>Octets that a tunnel adds to every packet before framing [B].</summary>
    public int Encapsulation { get; init; }
}
