using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Tests.Scenarios.Extending;

/// <summary>A packet on a pigeon, after RFC 1149.</summary>
/// <remarks>
/// Modelled: a flight of constant length, loss to hawks. Left out: queueing at the loft, weight of the packet, weather. Sources:
/// with each option. Validated by <c>ExtendingTests</c>.
/// </remarks>
internal sealed class CarrierPigeon(CarrierPigeonOptions options) : PathTechnology("carrier-pigeon", new TechnologyTraits(Segment.Access))
{
    public override PathInstallation Install(Site site) =>
        new Loft(
            new InternetPath(Name, site.Simulation, site.Observers, DelayModel.Constant(options.Flight), new LossModel(options.Hawks)),
            site.Near.Count
        );

    private sealed class Loft(InternetPath sky, int devices) : PathInstallation
    {
        public override IReadOnlyList<Component> Components => [new("loft", devices, "one for each device")];

        public override (Leg Up, Leg Down) Join(Node near, Node far) => sky.Join(new Port(near), new Port(far));
    }
}
