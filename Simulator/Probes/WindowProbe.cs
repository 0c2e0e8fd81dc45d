using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>A probe of the messages that are created within a window: not before the warm-up is over, not after the measurement.</summary>
/// <param name="from">Start of the window.</param>
/// <param name="to">Its end, which no longer belongs to it.</param>
public abstract class WindowProbe(SimTime from, SimTime to) : Probe
{
    /// <summary>Start of the window.</summary>
    public SimTime From { get; } = from;

    /// <summary>Its end, which no longer belongs to it.</summary>
    public SimTime To { get; } = to;

    /// <summary>Whether a message was created within the window or, where others caused it, the first of them.</summary>
    protected bool Counts(in Message message) => message.Began >= From && message.Began < To;
}
