using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A stream processor; the default is one of the ten partitions of a benchmark.</summary>
public sealed record StreamAnalyticsOptions
{
    /// <summary>Work on a message.</summary>
    [Figure(
        Mark.FromMemory,
        "Yahoo 2015, Flink and Storm: 170 000 events/s with a 99th percentile below 1 s, on ten workers: 10/170 000 s"
    )]
    [Unit("s", Minimum = 0)]
    public Duration Service { get; init; } = 59.Microseconds;

    /// <summary>Distribution of the work.</summary>
    [Figure(Mark.Chosen, "right-skewed between constant (cv 0) and exponential (cv 1); no published distribution at hand")]
    public ServiceShape Shape { get; init; } = ServiceShape.LogNormal;

    /// <summary>Coefficient of variation of the work; only a lognormal shape uses it [1].</summary>
    [Figure(Mark.Chosen, "right-skewed between constant (cv 0) and exponential (cv 1); no published distribution at hand")]
    [Unit("1", Minimum = 0)]
    public double Variation { get; init; } = 0.5;

    /// <summary>Number of servers (workers); null for the smallest that keeps to the planned utilisation [1].</summary>
    [Figure(Mark.Chosen, "dimensioned by the same rule on all sides of a comparison")]
    [Unit("1", Minimum = 1)]
    public int? Servers { get; init; }

    /// <summary>Messages that can wait [1].</summary>
    [Figure(Mark.Chosen, "as the broker's, so that the place of a queue is not a factor")]
    [Unit("1", Minimum = 0)]
    public int Queue { get; init; } = 1000;
}
