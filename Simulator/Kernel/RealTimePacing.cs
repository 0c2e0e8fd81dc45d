using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>Lets simulated time follow wall time, for demonstrations and for programs that look on; see <see cref="Simulation.Pacing"/>.</summary>
/// <remarks>
/// Before each wake-up the run waits until its time has come on the wall. Nothing else differs, so results are those of the unpaced run. The
/// two times meet anew at the beginning of each run: what passes between two calls of <see cref="Simulation.RunUntil"/> does not
/// count, and lateness does not add up within one.
/// </remarks>
public sealed record RealTimePacing
{
    /// <param name="factor">Wall time per simulated time, positive [1]: 0.1 runs ten times faster than the wall.</param>
    /// <param name="tolerance">Strict mode: how late on the wall a wake-up may be before the run fails. Without it, as late as it likes.</param>
    /// <param name="clock">The wall clock; the system's if none is given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not positive and finite, or the tolerance is negative.</exception>
    public RealTimePacing(double factor = 1, Duration? tolerance = null, TimeProvider? clock = null)
    {
        if (!(factor > 0 && double.IsFinite(factor)))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "Wall time per simulated time is positive and finite.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative((tolerance ?? Duration.Zero).Nanoseconds, nameof(tolerance));
        (Factor, Tolerance, Clock) = (factor, tolerance, clock ?? TimeProvider.System);
    }

    /// <summary>Wall time per simulated time [1].</summary>
    public double Factor { get; }

    /// <summary>How late on the wall a wake-up may be before the run fails; null if as late as it likes.</summary>
    public Duration? Tolerance { get; }

    /// <summary>The wall clock.</summary>
    public TimeProvider Clock { get; }
}
