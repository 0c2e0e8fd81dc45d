using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.Wlan;

namespace M2mVsIoTSim.Technologies;

/// <summary>A wireless LAN of IEEE 802.11 with access points of its own: <c>wifi</c>.</summary>
/// <remarks>
/// Modelled: access points on a sunflower, as many as coverage and load need; the rate of each direction by the link budget of the area, ideal and fixed; noise by the margin above the
/// sensitivity; contention, collisions and retries as in <see cref="WlanChannel"/>; foreign load; dozing devices that wake for beacons and poll, and devices that switch off and associate again; the power of the access points.
/// What follows in <c>over</c> begins at the access point, which its devices share. Left out: access points on one channel that hear each other (the foreign load stands for them), roaming (devices that move need an access point that is the only one; a packet
/// crosses if they are in range when it comes, and the link is that of then; association anew takes no time), several streams, wider channels,
/// aggregation, quality-of-service classes, frames of association on the air, rate adaptation that errs. Sources: IEEE 802.11-2016, and with each option. Validated by the suites <c>wlan-saturation</c>, <c>wlan-ns3</c> and <c>wlan-light-load</c> and by <c>WifiTests</c>.
/// </remarks>
public sealed class Wifi : PathTechnology, ISavesPower
{
    private readonly WifiOptions _options;

    /// <exception cref="ArgumentException">The standard does not exist at the carrier, or the windows contradict each other.</exception>
    public Wifi(WifiOptions options)
        : base(
            "wifi",
            new TechnologyTraits(
                Segment.Access,
                HasLinkAcknowledgement: true,
                IsUnlicensed: true,
                IsExperimental: false,
                HasFieldEquipment: true,
                Coverage: "link budget, shadowing and buildings",
                Stations: "access points",
                HasLinkBudget: true,
                ServesMovers: options?.AccessPoints == 1
            )
        )
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        Phy = PhyOf(options);
        var least = options.LeastWindow ?? Phy.LeastWindow;
        if (least > options.GreatestWindow)
        {
            throw new ArgumentException(
                $"wifi: least-window is {least}, above greatest-window, {options.GreatestWindow}.",
                nameof(options)
            );
        }
    }

    /// <summary>The physical layer.</summary>
    public WlanPhy Phy { get; }

    Enum ISavesPower.PowerSavingOf(bool onBattery) => _options.RestOf(onBattery);

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        new()
        {
            Steps = [new(SetupPlace.Member, "network name and passphrase are set", "WPA2-Personal (IEEE 802.11, 12.7, from memory)")],
            Credentials = [new(CredentialKind.Key, CredentialHolder.Network, "passphrase of the network")],
        };

    /// <inheritdoc/>
    public override PathInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new WifiInstallation(Name, site, _options, Settings(site.Near.Any(node => node?.Supply is not null)));
    }

    /// <summary>How a channel of it is shared.</summary>
    /// <param name="onBattery">Whether its devices run on batteries.</param>
    public WlanSettings Settings(bool onBattery)
    {
        var rest = _options.RestOf(onBattery);
        return new WlanSettings(Phy)
        {
            LeastWindow = _options.LeastWindow ?? Phy.LeastWindow,
            GreatestWindow = _options.GreatestWindow,
            ShortRetryLimit = _options.ShortRetryLimit,
            LongRetryLimit = _options.LongRetryLimit,
            RequestThreshold = _options.RequestThreshold ?? int.MaxValue,
            Overhead = WlanFrame.Header + WlanFrame.LinkControl + (_options.Encryption ? WlanFrame.Encryption : 0),
            CaptureRatio = _options.Capture,
            Queue = _options.Queue,
            Buffer = _options.Buffer,
            BeaconInterval = _options.BeaconInterval,
            Beacon = Phy.BroadcastAirtime(_options.BeaconLength),
            ListenInterval = _options.ListenInterval,
            Rest = rest,
            Linger = _options.Linger,
            WakeUp = rest == WlanRest.Off ? _options.Association : _options.WakeUp,
            ForeignLoad = _options.ForeignLoad,
            ForeignFrame = _options.ForeignFrame,
        };
    }

    /// <summary>Currents of a device's radio.</summary>
    /// <param name="options">Currents and beacons.</param>
    /// <param name="rest">What it does without traffic.</param>
    internal static WlanCurrents Currents(WifiOptions options, WlanRest rest)
    {
        var awake = options.BeaconWake / (options.BeaconInterval * options.ListenInterval);
        return new WlanCurrents(
            options.Voltage,
            rest switch
            {
                WlanRest.Awake => options.ReceiveCurrent,
                WlanRest.Doze => options.DozeCurrent + awake * (options.ReceiveCurrent - options.DozeCurrent),
                _ => options.OffCurrent,
            },
            options.ReceiveCurrent,
            options.TransmitCurrent,
            options.ReceiveCurrent,
            rest == WlanRest.Off ? options.AssociationCurrent : options.ReceiveCurrent
        );
    }

    private static WlanPhy PhyOf(WifiOptions options)
    {
        var isLow = options.Carrier.Hertz < 3e9;
        var legacy = isLow ? WlanPhys.ExtendedRate : WlanPhys.Ofdm;
        return (options.Standard, isLow) switch
        {
            (WifiStandard.B, true) => WlanPhys.HighRateDirectSequence,
            (WifiStandard.G, true) => WlanPhys.ExtendedRate,
            (WifiStandard.A, false) => WlanPhys.Ofdm,
            (WifiStandard.N, _) => WlanPhys.HighThroughput(legacy),
            (WifiStandard.Ac, false) => WlanPhys.VeryHighThroughput(legacy),
            (WifiStandard.Ax, _) => WlanPhys.HighEfficiency(legacy),
            _ => throw new ArgumentException(
                $"wifi: 802.11{options.Standard.ToString().ToLowerInvariant()} does not exist at {options.Carrier.Hertz / 1e6:0} MHz; b and g are at 2.4 GHz, a and ac at 5 GHz, n and ax at both.",
                nameof(options)
            ),
        };
    }
}
