using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>Seed, sample size and length of the runs.</summary>
public sealed record StudySettings
{
    /// <summary>Seed of every draw; the same seed gives the same results to the last byte.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Independent repetitions of each case; they are the sample from which the intervals come.</summary>
    [Unit("1", Minimum = 1, Maximum = 100_000)]
    public int Replications { get; init; } = 10;

    /// <summary>Time at the beginning of a run that is not measured.</summary>
    [Unit("s", Minimum = 0)]
    public Duration WarmUp { get; init; } = Duration.Zero;

    /// <summary>Length of the measurement after the warm-up.</summary>
    [Unit("s", Minimum = 1e-6)]
    public required Duration Duration { get; init; }
}
