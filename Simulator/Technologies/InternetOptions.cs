using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>internet</c>.</summary>
public sealed record InternetOptions : IPriced
{
    /// <summary>Least round trip between the two ends [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Derived, "Microsoft Azure latency statistics, July 2026: same region or neighbour country 8 to 20 ms")]
    public Duration RoundTrip { get; init; } = 15.Milliseconds;

    /// <summary>Region of one end, such as west-europe; with <see cref="FarRegion"/>, in place of <see cref="RoundTrip"/>.</summary>
    [Figure(Mark.Chosen, "the round trip is given as such unless a scenario names both regions")]
    public Region? NearRegion { get; init; }

    /// <summary>Region of the other end; the round trip is such that its 95th percentile is the published one.</summary>
    [Figure(Mark.Confirmed, "Microsoft, Azure network round-trip latency statistics, 30 July 2026: 95th percentiles between regions")]
    public Region? FarRegion { get; init; }

    /// <summary>Mean of the random part of the one-way delay as a share of the round trip [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Chosen, "0.02 to 0.05, so that the 95th percentile lies 2 to 10 % above the median, as on backbones")]
    public double Variation { get; init; } = 0.03;

    /// <summary>Share of frames lost per direction [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.FromMemory, "public transit: 0.05 to 0.5 %")]
    public double Loss { get; init; } = 0.001;

    /// <summary>Mean number of frames of a burst [1], all of them lost unless <see cref="LossInBurst"/> says less; nothing for independent losses.</summary>
    [Unit("1", Minimum = 1)]
    [Figure(Mark.Chosen, "independent; bursts of 2 to 5 frames are usual where queues overflow")]
    public double? MeanBurst { get; init; }

    /// <summary>Share of the frames of a burst that are lost [1].</summary>
    [Unit("1", Minimum = 0.001, Maximum = 1)]
    [Figure(Mark.Chosen, "all: Gilbert's chain; less is Elliott's")]
    public double LossInBurst { get; init; } = 1;

    /// <summary>Share of the frames between bursts that are lost [1]; a part of <see cref="Loss"/>.</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.Chosen, "none: Gilbert's chain")]
    public double LossBetweenBursts { get; init; }

    /// <summary>Share of time in which the path works [1]; 1 for never down.</summary>
    [Unit("1", Minimum = 0.5, Maximum = 1)]
    [Figure(Mark.Chosen, "outages happen only where a scenario asks for them")]
    public double Availability { get; init; } = 1;

    /// <summary>Mean length of an outage [s].</summary>
    [Unit("s", Minimum = 1)]
    [Figure(Mark.Chosen, "time of a route change with human help")]
    public Duration MeanOutage { get; init; } = 30.Minutes;

    IReadOnlyList<Charge> IPriced.Charges => [];

    IReadOnlyList<Unbilled> IPriced.Unbilled => [new("internet", "part of access lines, subscriptions and the hosting of servers")];
}
