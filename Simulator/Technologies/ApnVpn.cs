using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>A private access point: the operator's core, and a VPN tunnel from there to a company's site.</summary>
/// <remarks>
/// Modelled: fibre at 5 us/km to the operator's gateway and on to the site, processing with a gamma part, the company's line with a
/// finite rate and queue that all devices share, octets of the tunnel, loss, outages of the tunnel. Left out: key exchange
/// and its renewal, padding by packet length (a constant is counted), fragmentation: a packet that the tunnel makes longer than
/// 1500 octets is lost, as with "do not fragment". Sources: with each option. Validated by <c>CorePathTests</c>.
/// </remarks>
public sealed class ApnVpn(ApnVpnOptions options) : PathTechnology("apn-vpn", new TechnologyTraits(Segment.Core, IsExperimental: false))
{
    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        new()
        {
            Steps =
            [
                new(
                    SetupPlace.Elsewhere,
                    "the subscription is let into the private access point",
                    "it is closed to all other subscribers (3GPP TS 23.401, from memory)",
                    "operator"
                )
                {
                    Stays = true,
                },
            ],
            Credentials = [new(CredentialKind.Key, CredentialHolder.Network, "pre-shared key of the tunnel (RFC 7296)")],
        };

    /// <inheritdoc/>
    public override PathInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new Installed(Name, site, options);
    }

    private sealed class Installed : PathInstallation
    {
        private static readonly Entity Tunnel = Entity.Of("vpn tunnel");
        private readonly Link _link;

        public Installed(string name, Site site, ApnVpnOptions options)
        {
            var fibre = OperatorCore.PerKilometre * ((options.CoreDistance + options.SiteDistance) * options.RouteFactor);
            var settings = new LinkSettings
            {
                Rate = options.Rate,
                Delay = DelayModel.Erlang(options.Processing + fibre, options.Variation),
                Loss = new LossModel(options.Loss),
                QueueBytes = options.Queue,
                Encapsulation = options.Encapsulation,
            };
            var outages = Outages.Random(site.Simulation.Random, Tunnel, name, options.Availability, options.MeanOutage);
            _link = new Link(name, site.Simulation, site.Observers, null, settings, settings, outages);
        }

        public override IReadOnlyList<Component> Components { get; } =
        [new("operator core", 1, "shared with the operator's other customers"), new("VPN gateway", 2, "one at each end of the tunnel")];

        public override IReadOnlyList<Occupancy> Occupancies => [new("tunnel up", 1, _link.UpBusy), new("tunnel down", 1, _link.DownBusy)];

        public override (Leg Up, Leg Down) Join(Node near, Node far) => _link.Join(new Port(near), new Port(far));
    }
}
