using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Regional parameters of LoRaWAN in Europe, 863 to 870 MHz.</summary>
/// <remarks>
/// LoRaMac-node <c>RegionEU868.h</c>, The Things Stack band <c>eu_863_870_rp2_v1_0_4</c>, duty cycles of ETSI EN 300 220-2. Channels in the order in which
/// networks add them: the three mandatory ones, then the usual five of band L. Data rates 6 and 7 and those of LR-FHSS, which none of these channels carries,
/// are not in the plan; without a repeater.
/// </remarks>
public static class Eu868
{
    private static readonly LoRaDataRate[] DataRates =
    [
        new(0, 12, 125.Kilohertz, 51),
        new(1, 11, 125.Kilohertz, 51),
        new(2, 10, 125.Kilohertz, 51),
        new(3, 9, 125.Kilohertz, 115),
        new(4, 8, 125.Kilohertz, 242),
        new(5, 7, 125.Kilohertz, 242),
    ];

    private static readonly double[] Frequencies = [868.1, 868.3, 868.5, 867.1, 867.3, 867.5, 867.7, 867.9];

    /// <summary>The plan.</summary>
    public static RegionalPlan Plan { get; } =
        new()
        {
            Name = "eu868",
            Carrier = 868.0.Megahertz,
            Uplinks = DataRates,
            Downlinks = DataRates,
            Channels = [.. Frequencies.Select((frequency, k) => new LoRaChannel(k, frequency.Megahertz, 125.Kilohertz))],
            SubBands =
            [
                new("K", 863.0.Megahertz, 865.0.Megahertz, 1000, 14),
                new("L", 865.0.Megahertz, 868.0.Megahertz, 100, 14),
                new("M", 868.0.Megahertz, 868.6.Megahertz, 100, 14),
                new("N", 868.7.Megahertz, 869.2.Megahertz, 1000, 14),
                new("P", 869.4.Megahertz, 869.65.Megahertz, 10, 27),
                new("R", 869.7.Megahertz, 870.0.Megahertz, 100, 14),
            ],
            FirstWindow =
            [
                .. Enumerable
                    .Range(0, 6)
                    .Select(uplink => (int[])[.. Enumerable.Range(0, 6).Select(offset => Math.Max(0, uplink - offset))]),
            ],
            SecondWindow = 869.525.Megahertz,
            AdaptiveMaximum = 5,
            PowerSteps = 7,
            JoinAccept = 33,
        };

    /// <summary>DR6, SF7 at 250 kHz, of single channels of some networks.</summary>
    public static LoRaModulation DataRate6 { get; } = new(7, 250.Kilohertz);

    /// <summary>DR7, GFSK at 50 kbit/s.</summary>
    public static GfskModulation DataRate7 { get; } = new(50.KilobitsPerSecond);

    /// <summary>Modulation of an uplink: 125 kHz, code rate 4/5, 8 preamble symbols, explicit header, CRC.</summary>
    /// <param name="spreadingFactor">7 to 12 [1].</param>
    public static LoRaModulation Uplink(int spreadingFactor) => Plan.UplinkOf(spreadingFactor).Uplink;
}
