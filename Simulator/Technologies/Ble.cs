using System.Globalization;
using M2mVsIoTSim.Media.Ble;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>Bluetooth Low Energy with connections: peripherals and the gateways that are their centrals, IPv6 over it.</summary>
/// <remarks>
/// Modelled: what <see cref="BleNetwork"/> models; LE 1M, 2M and coded, with and without the extension of data length; compressed IPv6 and UDP headers in a credit-based channel of L2CAP, segmented by the link layer; gateways with a
/// limited number of connections, spread over the interval; each device connected from the beginning with the gateway of least loss that has a place; the number of gateways; energy of an idle connection in the mean, and of what is sent and received.
/// Left out: the first connection and discovery, credits of L2CAP, GATT, security procedures, losses that depend on distance within reach, Wi-Fi and other foreign traffic but as bad channels, outages of gateways. A gateway's line is what follows on the hop.
/// Sources: Bluetooth Core 5 (from memory), RFC 7668, RFC 6282, and with each option. Validated by the suite <c>ble</c> (airtimes, throughput, delays and currents in closed form) and by <c>BleTests</c>.
/// </remarks>
public sealed class Ble : PathTechnology
{
    private readonly BleOptions _options;

    /// <exception cref="ArgumentException">More connections than an interval has room for, or a time-out that latency alone exceeds.</exception>
    public Ble(BleOptions options)
        : base(
            "ble",
            new TechnologyTraits(
                Segment.Access,
                HasLinkAcknowledgement: true,
                IsUnlicensed: true,
                IsExperimental: false,
                HasFieldEquipment: true,
                Coverage: "link budget, shadowing and buildings",
                Stations: "gateways",
                HasLinkBudget: true
            )
        )
    {
        ArgumentNullException.ThrowIfNull(options);
        var longest = BleData.Exchange(options.Payload, options.Payload, options.Phy, options.Encrypted);
        if (options.EventLength < longest)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name}: {options.Connections} connections leave {options.EventLength.TotalSeconds * 1000:0.##} ms of an interval of {options.Interval} for each; the longest packets take {longest.TotalSeconds * 1000:0.##} ms."
                ),
                nameof(options)
            );
        }

        if (options.Supervision <= options.Interval * (2L * (1 + options.Latency)))
        {
            throw new ArgumentException(
                $"{Name}: a supervision time-out of {options.Supervision} has to exceed 2 (1 + latency) intervals, {options.Interval * (2L * (1 + options.Latency))}.",
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
                new(
                    SetupPlace.Elsewhere,
                    "the device is paired",
                    "a central connects to those that it knows (Bluetooth Core 5.4, vol. 3, C 9, from memory)",
                    "gateway"
                ),
            ],
            Credentials = _options.Encrypted
                ? [new(CredentialKind.Key, CredentialHolder.Member, "long-term key of the pair (Bluetooth Core 5.4, vol. 3, H 2)")]
                : [],
        };

    /// <inheritdoc/>
    public override PathInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new BleInstallation(Name, site, _options);
    }
}
