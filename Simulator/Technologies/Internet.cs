using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>The public Internet between two places of known round trip.</summary>
/// <remarks>
/// Modelled: one-way delay of half the round trip plus a gamma part, independent or burst loss, outages of all paths at once.
/// Left out: the access lines at the ends, which are technologies of their own; congestion by the simulated traffic; routing
/// dynamics. Sources: with each option. Validated by <c>InternetPathTests</c>.
/// </remarks>
public sealed class Internet(InternetOptions options)
    : PathTechnology("internet", new TechnologyTraits(Segment.Wide, IsExperimental: false))
{
    private static readonly Entity Everywhere = Entity.Of("internet");

    /// <inheritdoc/>
    public override PathInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new Installed(
            new InternetPath(
                Name,
                site.Simulation,
                site.Observers,
                DelayModel.Erlang(options.RoundTrip / 2, options.RoundTrip * options.Variation),
                new LossModel(options.Loss, options.MeanBurst),
                outages: Outages.Random(site.Simulation.Random, Everywhere, Name, options.Availability, options.MeanOutage)
            )
        );
    }

    private sealed class Installed(InternetPath path) : PathInstallation
    {
        public override IReadOnlyList<Component> Components => [];

        public override (Leg Up, Leg Down) Join(Node near, Node far) => path.Join(new Port(near), new Port(far));
    }
}
