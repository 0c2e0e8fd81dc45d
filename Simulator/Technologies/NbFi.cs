using System.Globalization;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>NB-Fi of WAVIoT: devices send ultra-narrow frames of eight octets to base stations, which pass them to a network server and answer.</summary>
/// <remarks>
/// <para>Modelled: frames of protocol E up and D down at 50, 400, 3200 and 25 600 bit/s; carriers by identifier, check and side; ALOHA without listening first, in a band that
/// stations decode as a whole; messages cut into frames and put together at the network server; sending without acknowledgement, once or twice, or with an acknowledgement
/// for a group, with repetitions and the fall back to the first rate; modes NRX, DRX and CRX; rates and power by the reported signal-to-noise ratios; downlinks of stations that do not hear meanwhile;
/// copies of several stations removed; duty cycle of devices and stations; delay and loss between station and server; foreign frames, of NB-Fi and of LoRa; path loss, shadowing, buildings and fading from frame to frame as the area says.</para>
/// <para>Left out: frames of the service (synchronisation, change of settings, clearing of buffers, heartbeats), so new rates are known to both ends at once; acknowledged downlinks;
/// interference between downlinks and the stations' power steps; alternative settings after a loss; preambles that were not heard for the sake of another frame; listening before talking; spectra wider than the bit
/// rate; error and drift of carriers. The octet of the check that moves a carrier is drawn, as no content is simulated. A device in mode DRX
/// listens for the same window after a frame without acknowledgement (20 s whatever the rate in the stack).</para>
/// <para>A device that moves is heard by the stations in reach of where it is when a frame begins; a downlink meets the link of the frame before it. It begins adapted to where it is at the start of the run, and adapts
/// as it goes by the protocol's own rules; planning takes it for adapted everywhere.</para>
/// <para>Stations: as <see cref="StationNetwork"/> places them. Where their number is not given, devices are counted at the rate to which they adapt, every acknowledgement as
/// heard, and a frame as lost if it meets another one, a downlink of its station, or a foreign frame that is strong enough for the weakest device of its rate.</para>
/// <para>Sources: waviot/NBFi_WA1470 (the vendor's protocol stack), PNST 354-2019, GOST R 70036-2022; every figure carries its own.</para>
/// <para>Validated by <c>m2miot validate nb-fi</c> (airtime, ALOHA in time and frequency at each rate, group acknowledgement under loss) and by <c>NbFiTests</c>.</para>
/// </remarks>
public sealed class NbFi(NbFiOptions options)
    : SessionTechnology(
        "nb-fi",
        new TechnologyTraits(
            Segment.Access,
            HasLinkAcknowledgement: options.Acknowledged && options.Mode != NbFiMode.Nrx,
            IsUnlicensed: true,
            IsExperimental: false,
            HasFieldEquipment: true,
            HasLinkBudget: true,
            Coverage: "link budget, shadowing and buildings",
            ServesMovers: true
        )
    )
{
    /// <summary>Its options.</summary>
    public NbFiOptions Options { get; } = StationOptions.Consistent(options);

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        new()
        {
            Steps =
            [
                new(
                    SetupPlace.Elsewhere,
                    "the device is entered with its identifier and key",
                    "the server drops frames that it cannot authenticate (from memory)",
                    "network server"
                ),
            ],
            Credentials = [new(CredentialKind.Key, CredentialHolder.Member, "key of the device (from memory)")],
        };

    /// <inheritdoc/>
    public override string? BroughtTier => "network-server";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Stages { get; } = ["air", "backhaul"];

    /// <inheritdoc/>
    public override string? Refuses(IReadOnlyList<DeviceFlow> flows)
    {
        var bytes = flows.Max(flow => flow.Content.PackedBytes);
        if (bytes > NbFiProtocol.GreatestMessage)
        {
            return $"{bytes} B do not fit: an NB-Fi message has at most {NbFiProtocol.GreatestMessage} B.";
        }

        if (Options.Mode == NbFiMode.Nrx && flows.Any(flow => flow.IsToDevice))
        {
            return "A device in mode NRX never listens; DRX and CRX do.";
        }

        var rate = FastestUplink;
        var permitted = 1.0 / NbFiBandPlan.OneIn(NbFiBandPlan.Uplink(Options.Band), Options.Regulation);
        var needed = flows
            .Where(flow => !flow.IsToDevice)
            .Sum(flow => flow.BusiestPerSecond * Airtime(flow.Content.PackedBytes, rate).TotalSeconds);
        return needed <= permitted
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Its frames would be on the air for {needed:P2} of the time at {NbFiProtocol.BitRate(rate).BitsPerSecond:0} bit/s; permitted are {permitted:P2}."
            );
    }

    /// <inheritdoc/>
    public override SessionInstallation Install(Site site) => new NbFiInstallation(Options, site, Name);

    /// <summary>The greatest rate that a device can come to use.</summary>
    private NbFiRate FastestUplink => Options.RateAdaptation && Traits.HasLinkAcknowledgement ? NbFiRate.Bps25600 : Options.UplinkRate;

    private Duration Airtime(int bytes, NbFiRate rate) =>
        NbFiProtocol.Airtime(rate) * (long)(NbFiProtocol.Frames(bytes) * (Options.SendTwice && !Traits.HasLinkAcknowledgement ? 2 : 1));
}
