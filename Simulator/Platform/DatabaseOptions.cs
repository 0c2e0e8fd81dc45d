using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A database that stores each message; the default commits rows one by one.</summary>
public sealed record DatabaseOptions
{
    /// <summary>Work on a message.</summary>
    [Figure(Mark.FromMemory, "PostgreSQL: 0.5 to 2 ms a commit with an fsync to a solid-state disk, 1 000 to 10 000 commits/s")]
    [Unit("s", Minimum = 0)]
    public Duration Service { get; init; } = 1.Milliseconds;

    /// <summary>Distribution of the work.</summary>
    [Figure(Mark.Chosen, "right-skewed between constant (cv 0) and exponential (cv 1); no published distribution at hand")]
    public ServiceShape Shape { get; init; } = ServiceShape.LogNormal;

    /// <summary>Coefficient of variation of the work; only a lognormal shape uses it [1].</summary>
    [Figure(Mark.Chosen, "right-skewed between constant (cv 0) and exponential (cv 1); no published distribution at hand")]
    [Unit("1", Minimum = 0)]
    public double Variation { get; init; } = 0.5;

    /// <summary>Number of servers (connections that commit side by side); null for the smallest that keeps to the planned utilisation [1].</summary>
    [Figure(Mark.Chosen, "dimensioned by the same rule on all sides of a comparison")]
    [Unit("1", Minimum = 1)]
    public int? Servers { get; init; }

    /// <summary>Messages that can wait [1].</summary>
    [Figure(Mark.Chosen, "as the broker's, so that the place of a queue is not a factor")]
    [Unit("1", Minimum = 0)]
    public int Queue { get; init; } = 1000;
}
