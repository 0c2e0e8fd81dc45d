using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>Bluetooth Low Energy without connections: devices advertise what they have to say, gateways scan.</summary>
/// <remarks>
/// Modelled: events of three advertisements, one on each of the primary channels in turn, with the random delay between events; gateways that listen on one channel at a time, for a window of each
/// interval; collisions on each channel, with capture by energy; every gateway in range may receive, without association; the number of the message removes copies at the network server; energy of
/// transmissions, of what surrounds them, and asleep; the number of gateways. Left out: connections, scan requests and responses, extended advertising and coded PHYs, Wi-Fi and other foreign traffic in the
/// band, gateways deaf between channels, the variation of the gateways' lines. A new message ends the events of the one before. Sources: Bluetooth Core 5 (from memory), BlueJoule's measurements, and
/// with each option. Validated by the suite <c>ble-advertising</c> (times, energies measured, collisions in theory) and by <c>BleAdvertisingTests</c>.
/// </remarks>
public sealed class BleAdvertising : SessionTechnology
{
    private readonly BleAdvertisingOptions _options;

    /// <exception cref="ArgumentException">A scan window longer than its interval.</exception>
    public BleAdvertising(BleAdvertisingOptions options)
        : base(
            "ble-advertising",
            new TechnologyTraits(
                Segment.Access,
                IsTwoWay: false,
                IsUnlicensed: true,
                IsExperimental: false,
                HasFieldEquipment: true,
                Coverage: "link budget, shadowing and buildings",
                Stations: "gateways",
                HasLinkBudget: true,
                Repetition: "advertises every message several times"
            )
        )
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.ScanWindow > options.ScanInterval)
        {
            throw new ArgumentException(
                $"{Name}: a scan-window of {options.ScanWindow} does not fit into a scan-interval of {options.ScanInterval}.",
                nameof(options)
            );
        }

        _options = options;
    }

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        new()
        {
            Steps =
            [
                new(
                    SetupPlace.Elsewhere,
                    "the address is entered in the list of what is passed on",
                    "advertisements of strangers are ignored (filter policy, Bluetooth Core 5.4, vol. 6, B 4.3, from memory)",
                    "gateways"
                ),
            ],
        };

    /// <inheritdoc/>
    public override string? BroughtTier => "network-server";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Stages { get; } = ["air", "backhaul"];

    /// <inheritdoc/>
    public override string? Refuses(IReadOnlyList<DeviceFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var largest = flows.Where(flow => !flow.IsToDevice).Select(flow => flow.Content.PackedBytes).DefaultIfEmpty().Max();
        return flows.Any(flow => flow.IsToDevice) ? $"{Name} carries nothing to devices"
            : largest > BleAdvertisingOptions.MaximumContent
                ? $"{largest} B of content do not fit into the {BleAdvertisingOptions.MaximumContent} B of an advertisement"
            : null;
    }

    /// <inheritdoc/>
    public override SessionInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new BleAdvertisingInstallation(Name, site, _options);
    }
}
