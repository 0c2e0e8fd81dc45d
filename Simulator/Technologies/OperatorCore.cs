using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A mobile operator's core from its cells to the exit to the public Internet (Gi, SGi).</summary>
/// <remarks>
/// Modelled: fibre at 5 us/km over the distance to the exit, processing with a gamma part, loss, translation of addresses that forgets
/// silent devices (UDP) and connections (TCP). Left out: signalling load, charging. The radio technologies' round trips end at the edge of the core, so nothing is
/// counted twice. Sources: with each option. Validated by <c>CorePathTests</c>.
/// </remarks>
public sealed class OperatorCore(OperatorCoreOptions options)
    : PathTechnology("operator-core", new TechnologyTraits(Segment.Core, IsExperimental: false))
{
    /// <summary>Propagation in fibre, two thirds of the speed of light.</summary>
    internal static readonly Duration PerKilometre = 5.Microseconds;

    /// <summary>Nothing beyond the subscription, which is of the radio network before it.</summary>
    public override Commissioning Commissioning => Commissioning.None;

    /// <inheritdoc/>
    public override PathInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var least = options.Processing + PerKilometre * (options.Distance * options.RouteFactor);
        return new Installed(options.Path(Name, site, DelayModel.Erlang(least, options.Variation), new LossModel(options.Loss)));
    }

    private sealed class Installed(InternetPath path) : PathInstallation
    {
        public override IReadOnlyList<Component> Components { get; } =
        [new("operator core", 1, "shared with the operator's other customers")];

        public override (Leg Up, Leg Down) Join(Node near, Node far) => path.Join(new Port(near), new Port(far));
    }
}
