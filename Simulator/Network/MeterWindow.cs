using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>From when to when meters count; meters that count together share it.</summary>
/// <param name="From">When counting begins.</param>
/// <param name="To">When it ends.</param>
/// <param name="IsStopped">Whether nothing is drawn any more after the end, as of a node that has stopped.</param>
public sealed record MeterWindow(SimTime From, SimTime To, bool IsStopped = false)
{
    /// <summary>All of the run.</summary>
    public static readonly MeterWindow Whole = new(SimTime.Start, SimTime.End);

    /// <summary>Length of the part of an interval that counts.</summary>
    public Duration Share(SimTime begin, SimTime end) => Duration.Max(SimTime.Min(end, To) - SimTime.Max(begin, From), Duration.Zero);

    /// <summary>The same window, ended by now at the latest.</summary>
    public MeterWindow StoppedAt(SimTime now) => new(From, SimTime.Min(To, now), IsStopped: true);
}
