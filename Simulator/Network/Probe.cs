using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>Told what happened; turns it into numbers. Override what you need: a probe is only called for what it overrides.</summary>
public abstract class Probe
{
    /// <summary>A message was produced for all consumers of its relation.</summary>
    public virtual void Sent(in Message message, SimTime now) { }

    /// <summary>A message reached a consumer, for the first time.</summary>
    /// <param name="message">At the end of its way.</param>
    /// <param name="consumer">Index into <see cref="Relation.Consumers"/>.</param>
    /// <param name="now">The present.</param>
    public virtual void Delivered(in Message message, int consumer, SimTime now) { }

    /// <summary>A copy of a message that had already arrived reached the end of an edge again.</summary>
    public virtual void Duplicate(in Message message, SimTime now) { }

    /// <summary>A message will not reach the consumers of its branch.</summary>
    public virtual void Dropped(in Message message, DropReason reason, SimTime now) { }

    /// <summary>A frame was put on a medium.</summary>
    /// <param name="medium">Which.</param>
    /// <param name="bytes">Its size there, with the overhead of the medium [B].</param>
    /// <param name="occupied">How long it occupies the medium; zero where it shares without occupying.</param>
    public virtual void FrameSent(Medium medium, int bytes, Duration occupied) { }

    /// <summary>A frame was lost on a medium; its message may yet be delivered by a retransmission or another receiver.</summary>
    public virtual void FrameLost(Medium medium, DropReason reason) { }

    /// <summary>A device that moves has come into another cell, or found its network again.</summary>
    /// <param name="node">Which.</param>
    /// <param name="interruption">For how long it could not send or receive for that.</param>
    /// <param name="at">When that began, not after now.</param>
    public virtual void Reattached(Node node, Duration interruption, SimTime at) { }
}
