using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>Where a node that moves is at every time: a pure function, so that asking costs no event and changes nothing.</summary>
public abstract class Itinerary
{
    /// <summary>Whether it never leaves its place.</summary>
    public virtual bool IsStill => false;

    /// <summary>Time without connection after a change of cell; null for what the technology says.</summary>
    public Duration? ReAttach { get; init; }

    /// <summary>The place at a time.</summary>
    public abstract Position At(SimTime time);
}
