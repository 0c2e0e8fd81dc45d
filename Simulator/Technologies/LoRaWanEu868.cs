using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>LoRaWAN in Europe: class A devices send unconfirmed uplinks to gateways, which pass them to a network server.</summary>
/// <remarks>
/// <para>Modelled: time on air; spreading factor by link budget; random channel; duty cycle by sub-band, with messages put off; capture
/// and co-channel rejection between spreading factors by energy; demodulators; several gateways with copies removed at the network
/// server, which takes the first one; the receive windows in time and energy; delay and loss from gateway to network server; foreign
/// LoRa frames; path loss, shadowing, loss into buildings and fading from frame to frame as the area says.</para>
/// <para>Left out: downlinks, and with them confirmed uplinks, acknowledgements, adaptive data rate and joining (devices are activated);
/// repetitions; classes B and C; 250 kHz, GFSK and LR-FHSS; fading within a frame; clock drift;
/// propagation delay; foreign signals other than LoRa frames.</para>
/// <para>Gateways: one stands in the middle; n stand on a sunflower, gateway k at radius R √((k + ½)/n) and angle k times the golden angle.
/// Number, where it is not given: the smallest for which the expected share of messages that duty cycle and receive windows let out, that are within
/// range of the best gateway and that meet no other frame of their spreading factor and channel there reaches the target, and no gateway's demodulators
/// are in use for more of the time than planned. It is found for the places of a survey, the same in every replication. Capture is not counted on, so this is the safe side. Gateways and the terminals of their access lines
/// draw the same power all the time.</para>
/// <para>Sources: Semtech SX1276 and SX1272 data sheets, LoRaMac-node, signetlabdei/lorawan; every figure carries its own.</para>
/// <para>Validated by <c>m2miot validate lorawan-eu868</c> (time on air, ALOHA, LoRaSim, ns-3 by spreading factor) and by
/// <c>LoRaWanEnergyTests</c> (published battery lives).</para>
/// </remarks>
public sealed class LoRaWanEu868(LoRaWanEu868Options options)
    : SessionTechnology(
        "lorawan-eu868",
        new TechnologyTraits(
            Segment.Access,
            IsTwoWay: false,
            IsUnlicensed: true,
            IsExperimental: false,
            HasFieldEquipment: true,
            HasLinkBudget: true,
            Coverage: "link budget, shadowing and buildings"
        )
    )
{
    /// <summary>Its options.</summary>
    public LoRaWanEu868Options Options { get; } = options;

    /// <inheritdoc/>
    public override string? BroughtTier => "network-server";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Stages { get; } = ["air", "backhaul"];

    /// <inheritdoc/>
    public override string? Refuses(IReadOnlyList<DeviceFlow> flows)
    {
        var spreadingFactor = Options.SpreadingFactor ?? LoRaSensitivity.GreatestSpreadingFactor;
        var limit = Eu868.MaximumPayload(spreadingFactor);
        var bytes = flows.Max(flow => flow.Content.PackedBytes);
        return bytes <= limit ? null : $"{bytes} B do not fit: a LoRaWAN frame at SF{spreadingFactor} carries at most {limit} B.";
    }

    /// <inheritdoc/>
    public override SessionInstallation Install(Site site) => new LoRaWanInstallation(Options, site, Name);
}
