using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The public Internet between two places of known round trip.</summary>
/// <remarks>
/// Modelled: one-way delay of half the round trip plus a gamma part, independent or burst loss, outages of all paths at once. Between two named regions the
/// round trip follows from the published 95th percentile: both ways together are the least round trip R and a gamma part of shape 4 and scale R v / 2, so R = P95 / (1 + 7.754 v / 2).
/// Left out: the access lines at the ends, which are technologies of their own; congestion by the simulated traffic; routing
/// dynamics. Sources: with each option. Validated by <c>InternetPathTests</c> and the suite <c>internet-path</c> (percentiles, runs of losses, outages).
/// </remarks>
public sealed class Internet : PathTechnology
{
    /// <summary>95th percentile of the gamma distribution of shape 4 and scale 1 [1]: half of that of χ² with 8 degrees of freedom, 15.5073.</summary>
    private const double Gamma95 = 7.75366;
    private static readonly Entity Everywhere = Entity.Of("internet");
    private readonly InternetOptions _options;
    private readonly Duration _roundTrip;
    private readonly LossModel _loss;

    /// <exception cref="ArgumentException">One region without the other, a pair for which nothing is published, a round trip besides, or losses that contradict each other.</exception>
    public Internet(InternetOptions options)
        : base("internet", new TechnologyTraits(Segment.Wide, IsExperimental: false))
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _roundTrip = LeastRoundTrip(options);
        if (options.MeanBurst is null && (options.LossInBurst < 1 || options.LossBetweenBursts > 0))
        {
            throw new ArgumentException("internet: loss-in-burst and loss-between-bursts need a mean-burst.", nameof(options));
        }

        _loss = new LossModel(options.Loss, options.MeanBurst, options.LossInBurst, options.LossBetweenBursts);
    }

    /// <summary>Nothing: who reaches it has an address already.</summary>
    public override Commissioning Commissioning => Commissioning.None;

    /// <inheritdoc/>
    public override PathInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new Installed(
            new InternetPath(
                Name,
                site.Simulation,
                site.Observers,
                DelayModel.Erlang(_roundTrip / 2, _roundTrip * _options.Variation),
                _loss,
                outages: Outages.Random(site.Simulation.Random, Everywhere, Name, _options.Availability, _options.MeanOutage)
            )
        );
    }

    /// <summary>The least round trip between the two ends.</summary>
    internal static Duration LeastRoundTrip(InternetOptions options)
    {
        if ((options.NearRegion, options.FarRegion) is not ({ } near, { } far))
        {
            return options is { NearRegion: null, FarRegion: null }
                ? options.RoundTrip
                : throw new ArgumentException("internet: a near-region needs a far-region, and the other way round.", nameof(options));
        }

        if (options.RoundTrip != new InternetOptions().RoundTrip)
        {
            throw new ArgumentException("internet: give either a round-trip or two regions.", nameof(options));
        }

        var percentile =
            RegionTable.RoundTrip95(near, far)
            ?? throw new ArgumentException(
                $"internet: no round trip is published between {near} and {far}; give a round-trip.",
                nameof(options)
            );
        return Duration.FromSeconds(percentile.TotalSeconds / (1 + Gamma95 * options.Variation / 2));
    }

    private sealed class Installed(InternetPath path) : PathInstallation
    {
        public override IReadOnlyList<Component> Components => [];

        public override (Leg Up, Leg Down) Join(Node near, Node far) => path.Join(new Port(near), new Port(far));
    }
}
