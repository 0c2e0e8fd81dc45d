using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A stream processor; the default is one of the ten partitions of a benchmark.</summary>
public sealed record StreamAnalyticsOptions : ServiceOptions, IPriced
{
    /// <summary>Work on a message.</summary>
    [Figure(
        Mark.FromMemory,
        "Yahoo 2015, Flink and Storm: 170 000 events/s with a 99th percentile below 1 s, on ten workers: 10/170 000 s"
    )]
    [Unit("s", Minimum = 0)]
    public Duration Service { get; init; } = 59.Microseconds;

    IReadOnlyList<Charge> IPriced.Charges => [new("server", ChargeBasis.Core)];
}
