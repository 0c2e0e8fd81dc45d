using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A run in strict real time fell behind the wall clock; it ended there.</summary>
public sealed class TooSlowException : Exception
{
    internal TooSlowException(SimTime time, Duration lateness)
        : base($"The simulation is too slow for real time: what was to happen at {time} was due {lateness} ago on the wall.") =>
        (Time, Lateness) = (time, lateness);

    /// <summary>Simulated time of the wake-up that came too late.</summary>
    public SimTime Time { get; }

    /// <summary>How late it was on the wall.</summary>
    public Duration Lateness { get; }
}
