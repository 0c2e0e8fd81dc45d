using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>lorawan-eu868</c>; the defaults are the preset.</summary>
public sealed record LoRaWanEu868Options : LoRaWanOptions
{
    /// <inheritdoc/>
    public override RegionalPlan Plan => Eu868.Plan;

    /// <inheritdoc/>
    public override IReadOnlyList<LoRaChannel> UplinkChannels => [.. Plan.Channels.Take(Channels)];

    /// <inheritdoc/>
    public override bool KeepsDutyCycle => DutyCycle;

    /// <summary>Number of uplink channels, in the order of the plan: 868.1, 868.3, 868.5, then 867.1 to 867.9 MHz [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 8)]
    [Figure(Mark.Confirmed, "LoRaMac-node RegionEU868.h: three mandatory channels; with the usual five of band L")]
    public int Channels { get; init; } = 8;

    /// <summary>Whether devices and gateways keep the duty cycle of their sub-band.</summary>
    [Figure(Mark.Confirmed, "ETSI EN 300 220-2; next start at least airtime / duty cycle after the last (LoRaMac-node)")]
    public bool DutyCycle { get; init; } = true;

    /// <summary>Spreading factor of all devices [1]; null for the least that the link budget of each allows.</summary>
    [Unit("1", Minimum = 7, Maximum = 12)]
    [Figure(
        Mark.Confirmed,
        "rule of Magrin et al. and signetlabdei/lorawan: least one whose end-device sensitivity lies below the power at the best gateway, and here the gateway's as well"
    )]
    public override int? SpreadingFactor { get; init; }

    /// <summary>Greatest radiated power of the devices, isotropic [dBm].</summary>
    [Unit("dBm", Minimum = -20, Maximum = 16.15)]
    [Figure(
        Mark.Confirmed,
        "LoRaMac-node RegionEU868.h: TXPower 0 is 16 dBm EIRP; the limit is 14 dBm ERP, 16.15 dBm EIRP (ETSI EN 300 220-2); 14 dBm in LoRaSim and signetlabdei/lorawan"
    )]
    public override double TransmitPower { get; init; } = 16;

    /// <summary>Radiated power of the gateways, isotropic, where the sub-band allows it [dBm].</summary>
    [Unit("dBm", Minimum = -20, Maximum = 29.15)]
    [Figure(
        Mark.Confirmed,
        "ETSI EN 300 220-2: 27 dBm ERP, 29.15 dBm EIRP, in band P, which has the second window; 14 dBm ERP in those of the first"
    )]
    public override double GatewayTransmitPower { get; init; } = 29.15;

    /// <summary>By how many data rates the first receive window is slower than the uplink, RX1DROffset [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "LoRaMac-node RegionEU868.h: 0")]
    public override int FirstWindowOffset { get; init; }

    /// <summary>Data rate of the second receive window [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "LoRaMac-node RegionEU868.h: DR0")]
    public override int ReceiveWindow2DataRate { get; init; }
}
