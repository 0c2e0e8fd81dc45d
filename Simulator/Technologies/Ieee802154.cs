using M2mVsIoTSim.Media.LrWpan;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>IEEE 802.15.4 at 2.4 GHz with 6LoWPAN: a star or a tree over border routers, from where packets go on over what follows on the hop.</summary>
/// <remarks>
/// Modelled: what <see cref="LrWpanNetwork"/> models; compressed IPv6 and UDP headers and fragments to the octet, put together again at every hop (route-over); a tree of the fewest
/// expected transmissions, fixed when it is built; devices on mains that pass on and always listen, devices on batteries that sleep, and poll where packets come down; the number of border routers; their
/// outages and power. Left out: RPL, Thread and neighbour discovery and their traffic, repair of the tree, TSCH and WirelessHART, forwarding of single fragments (RFC 8930), options of RPL in data
/// packets, Wi-Fi and other foreign traffic on the channel, 868 and 915 MHz, TCP header compression. What follows in <c>over</c> begins at the border router, which its devices share. Sources: IEEE 802.15.4-2006, RFC 4944, RFC 6282, and with each option. Validated by the suites <c>802154-single-link</c> and
/// <c>802154-ns3</c>, by <c>LrWpanNetworkTests</c>, <c>SixLowPanTests</c> and <c>Ieee802154Tests</c>.
/// </remarks>
public sealed class Ieee802154 : PathTechnology
{
    private readonly Ieee802154Options _options;

    /// <exception cref="ArgumentException">A least backoff exponent above the greatest, or a poll interval beyond what parents keep.</exception>
    public Ieee802154(Ieee802154Options options)
        : base(
            "ieee-802154",
            new TechnologyTraits(
                Segment.Access,
                HasLinkAcknowledgement: options.Acknowledged,
                IsUnlicensed: true,
                IsExperimental: false,
                HasFieldEquipment: true,
                Coverage: "link budget, shadowing and buildings",
                Stations: "border routers",
                HasLinkBudget: true
            )
        )
    {
        if (options.MinimumBackoffExponent > options.MaximumBackoffExponent)
        {
            throw new ArgumentException(
                $"{Name}: minimum-backoff-exponent {options.MinimumBackoffExponent} is above maximum-backoff-exponent {options.MaximumBackoffExponent}.",
                nameof(options)
            );
        }

        if (options.PollInterval > options.Persistence)
        {
            throw new ArgumentException(
                $"{Name}: a device that polls every {options.PollInterval} misses what its parent keeps for {options.Persistence} only.",
                nameof(options)
            );
        }

        _options = options;
    }

    /// <inheritdoc/>
    public override Commissioning Commissioning =>
        new()
        {
            Steps =
            [
                new(SetupPlace.Member, "the network and its key, or a code to join with, are written", "IEEE 802.15.4, 9, from memory"),
                new(SetupPlace.Elsewhere, "the device is admitted", "a border router lets in whom it knows (from memory)", "border router"),
            ],
            Credentials = _options.Security
                ? [new(CredentialKind.Key, CredentialHolder.Network, "key of the network (IEEE 802.15.4, 9)")]
                : [],
        };

    /// <inheritdoc/>
    public override PathInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new Ieee802154Installation(Name, site, _options);
    }
}
