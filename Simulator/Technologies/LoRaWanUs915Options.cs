using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>lorawan-us915</c>; the defaults are the preset.</summary>
public sealed record LoRaWanUs915Options : LoRaWanOptions
{
    /// <inheritdoc/>
    public override RegionalPlan Plan => Us915.Plan;

    /// <inheritdoc/>
    public override IReadOnlyList<LoRaChannel> UplinkChannels => Us915.SubBand(SubBand);

    /// <inheritdoc/>
    public override bool KeepsDutyCycle => false;

    /// <summary>Which eight channels of 125 kHz and one of 500 kHz the gateways listen to [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 8)]
    [Figure(Mark.FromMemory, "public networks use the second: 903.9 to 905.3 and 904.6 MHz")]
    public int SubBand { get; init; } = 2;

    /// <summary>Spreading factor of all devices [1]; null for the least that the link budget of each allows.</summary>
    [Unit("1", Minimum = 7, Maximum = 10)]
    [Figure(
        Mark.Confirmed,
        "rule of Magrin et al. and signetlabdei/lorawan: least one whose end-device sensitivity lies below the power at the best gateway, and here the gateway's as well"
    )]
    public override int? SpreadingFactor { get; init; }

    /// <summary>Greatest radiated power of the devices, isotropic [dBm].</summary>
    [Unit("dBm", Minimum = -20, Maximum = 30)]
    [Figure(Mark.Chosen, "20 dBm of the SX1276 on PA_BOOST and a small antenna; the limit of 30 dBm needs an amplifier")]
    public override double TransmitPower { get; init; } = 21;

    /// <summary>Radiated power of the gateways, isotropic [dBm].</summary>
    [Unit("dBm", Minimum = -20, Maximum = 36)]
    [Figure(Mark.FromMemory, "concentrators give up to 27 dBm; the limit is 30 dBm")]
    public override double GatewayTransmitPower { get; init; } = 27;

    /// <summary>By how many data rates the first receive window is slower than the uplink, RX1DROffset [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 3)]
    [Figure(Mark.Confirmed, "LoRaMac-node RegionUS915: 0")]
    public override int FirstWindowOffset { get; init; }

    /// <summary>Data rate of the second receive window [1].</summary>
    [Unit("1", Minimum = 8, Maximum = 13)]
    [Figure(Mark.Confirmed, "LoRaMac-node RegionUS915: DR8, SF12 at 500 kHz")]
    public override int ReceiveWindow2DataRate { get; init; } = 8;
}
