using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>LoRaWAN: devices of class A or C send uplinks to gateways, which pass them to a network server, and it answers through them.</summary>
/// <remarks>
/// <para>Modelled, in Europe (EU868) and North America (US915) by the same rules from the plan of each region: time on air; spreading factor by link budget or adaptive data rate; random
/// channel; duty cycle by sub-band of devices and gateways, with messages put off; capture and co-channel rejection between spreading factors by energy, if wanted with
/// demodulators that lock on the first preamble; several gateways with copies removed at the network server, which takes the first one; the receive
/// windows in time and energy. Downlinks in the first or second window, or at any time to class C: acknowledgements, messages, LinkADRReq, join-accepts, each
/// from the gateway that heard the device best, if that may send; a gateway sends one downlink at a time and hears nothing meanwhile; downlinks of several gateways harm each
/// other. Unconfirmed frames sent NbTrans times, confirmed ones until they are acknowledged; adaptive data rate on both sides; joining over the air. Delay and loss between gateway and
/// network server; foreign LoRa frames; path loss, shadowing, loss into buildings and fading from frame to frame as the area says.</para>
/// <para>A device that moves sends at a given spreading factor or, if none is given, the slowest (or whatever ADR makes of it), and is heard by the gateways in reach of where it is when a frame begins; a downlink meets the
/// link of the uplink before it. It stays joined wherever it goes.</para>
/// <para>Left out: class B, confirmed downlinks, relays; MAC commands but LinkADRReq and its answer; channel masks, so falling back never has channels to enable; data
/// rates of 250 kHz, GFSK and LR-FHSS; harm between uplinks and downlinks; fading within a frame; clock drift; propagation delay; foreign signals other than LoRa
/// frames; the limit of 400 ms on a channel within 20 s beyond the payloads that follow from it.</para>
/// <para>Gateways: one stands in the middle; n stand on a sunflower, gateway k at radius R √((k + ½)/n) and angle k times the golden angle.
/// Number, where it is not given: the smallest for which the expected share of messages that duty cycle and receive windows let out, that are within
/// range of the best gateway and that meet no other frame of their data rate and channel there reaches the target, and no gateway's demodulators
/// are in use for more of the time than planned. It is found for the places of a survey, the same in every replication. Capture, repetitions and the deafness of gateways that send are not counted on. Gateways
/// and the terminals of their access lines draw the same power all the time.</para>
/// <para>Sources: LoRaWAN 1.0.4 and its regional parameters, Semtech SX1276 and SX1272 data sheets, LoRaMac-node, The Things Stack, signetlabdei/lorawan; every figure carries its own.</para>
/// <para>Validated by <c>m2miot validate lorawan-eu868</c> (time on air, ALOHA, LoRaSim, ns-3 by spreading factor),
/// <c>LoRaWanEnergyTests</c> (published battery lives, a day state by state) and the timelines of <c>LoRaWanGatewayTests</c>, <c>LoRaWanDownlinkTests</c>, <c>LoRaWanConfirmedTests</c>,
/// <c>LoRaWanAdrTests</c> and <c>LoRaWanJoinTests</c>.</para>
/// </remarks>
/// <exception cref="ArgumentException">Limits of which the least is above the greatest.</exception>
public sealed class LoRaWan(LoRaWanOptions options)
    : SessionTechnology(
        $"lorawan-{options.Plan.Name}",
        new TechnologyTraits(
            Segment.Access,
            IsTwoWay: true,
            HasLinkAcknowledgement: options.Confirmed,
            IsUnlicensed: true,
            IsExperimental: false,
            HasFieldEquipment: true,
            HasLinkBudget: true,
            Coverage: "link budget, shadowing and buildings",
            Repetition: options.Confirmed ? $"by the link: up to {options.ConfirmedTransmissions} transmissions until acknowledged"
                : options.Transmissions > 1 ? $"by the link: every frame {options.Transmissions} times"
                : null,
            ServesMovers: true
        )
    )
{
    /// <summary>Its options.</summary>
    public LoRaWanOptions Options { get; } = Checked(options);

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        new()
        {
            Steps =
            [
                new(
                    SetupPlace.Member,
                    "DevEUI, JoinEUI and AppKey are written or read out",
                    "over-the-air activation, LoRaWAN 1.0.4, 6.2, from memory"
                ),
                new(
                    SetupPlace.Elsewhere,
                    "the device is entered with DevEUI and AppKey",
                    "a join request of a stranger is not answered, LoRaWAN 1.0.4, 6.2, from memory",
                    "network server"
                ),
            ],
            Credentials = [new(CredentialKind.Key, CredentialHolder.Member, "AppKey (LoRaWAN 1.0.4, 6.1, from memory)")],
        };

    /// <inheritdoc/>
    public override string? BroughtTier => "network-server";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Stages { get; } = ["air", "backhaul"];

    /// <inheritdoc/>
    public override string? Refuses(IReadOnlyList<DeviceFlow> flows)
    {
        var uplink = Options.SpreadingFactor is { } given ? Options.Plan.UplinkOf(given) : Options.Plan.Uplinks[0];
        var second = Options.Plan.Downlink(Options.ReceiveWindow2DataRate);
        var first = Options.Plan.Downlink(Options.Plan.FirstWindow[uplink.Number][Options.FirstWindowOffset]);
        var downlink = Options.Class == LoRaWanClass.C || second.MaximumPayload > first.MaximumPayload ? second : first;
        return flows
            .Select(flow => (flow.Content.PackedBytes, Rate: flow.IsToDevice ? downlink : uplink))
            .Where(one => one.PackedBytes > one.Rate.MaximumPayload)
            .Select(one =>
                $"{one.PackedBytes} B do not fit: a LoRaWAN frame at SF{one.Rate.SpreadingFactor} carries at most {one.Rate.MaximumPayload} B."
            )
            .FirstOrDefault();
    }

    /// <inheritdoc/>
    public override SessionInstallation Install(Site site) => new LoRaWanInstallation(Options, site, Name);

    private static LoRaWanOptions Checked(LoRaWanOptions options) =>
        options.RetransmitTimeoutMinimum > options.RetransmitTimeoutMaximum
            ? throw new ArgumentException(
                $"retransmissions come at least {options.RetransmitTimeoutMinimum} and at most {options.RetransmitTimeoutMaximum} after the second window; the least is above the greatest.",
                nameof(options)
            )
        : options.ForeignPowerLow > options.ForeignPowerHigh
            ? throw new ArgumentException(
                $"foreign frames have at least {options.ForeignPowerLow} dBm and at most {options.ForeignPowerHigh} dBm; the least is above the greatest.",
                nameof(options)
            )
        : options.Adr && options.AdrLeastPower > options.TransmitPower
            ? throw new ArgumentException(
                $"devices send with at most {options.TransmitPower} dBm; adaptive data rate cannot leave them {options.AdrLeastPower} dBm.",
                nameof(options)
            )
        : options;
}
