using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>internet</c>.</summary>
public sealed record InternetOptions
{
    /// <summary>Least round trip between the two ends [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Derived, "Microsoft Azure latency statistics, July 2026: same region or neighbour country 8 to 20 ms")]
    public Duration RoundTrip { get; init; } = 15.Milliseconds;

    /// <summary>Mean of the random part of the one-way delay as a share of the round trip [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Chosen, "0.02 to 0.05, so that the 95th percentile lies 2 to 10 % above the median, as on backbones")]
    public double Variation { get; init; } = 0.03;

    /// <summary>Share of frames lost per direction [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.FromMemory, "public transit: 0.05 to 0.5 %")]
    public double Loss { get; init; } = 0.001;

    /// <summary>Mean number of frames lost in a row [1]; nothing for independent losses.</summary>
    [Unit("1", Minimum = 1)]
    [Figure(Mark.Chosen, "independent; bursts of 2 to 5 frames are usual where queues overflow")]
    public double? MeanBurst { get; init; }

    /// <summary>Share of time in which the path works [1]; 1 for never down.</summary>
    [Unit("1", Minimum = 0.5, Maximum = 1)]
    [Figure(Mark.Chosen, "outages happen only where a scenario asks for them")]
    public double Availability { get; init; } = 1;

    /// <summary>Mean length of an outage [s].</summary>
    [Unit("s", Minimum = 1)]
    [Figure(Mark.Chosen, "time of a route change with human help")]
    public Duration MeanOutage { get; init; } = 30.Minutes;
}
