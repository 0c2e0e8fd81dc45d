using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Regional parameters of LoRaWAN in Europe, 863 to 870 MHz.</summary>
/// <remarks>
/// LoRaMac-node <c>RegionEU868.h</c>, The Things Stack band <c>eu_863_870_rp2_v1_0_4</c>, duty cycles of ETSI EN 300 220-2. Data rates 6
/// to 11 (250 kHz, GFSK, LR-FHSS) are not listed; without a repeater.
/// </remarks>
public static class Eu868
{
    /// <summary>Channels in the order in which networks add them: the three mandatory ones, then the usual five of band L.</summary>
    public static IReadOnlyList<Frequency> Channels { get; } =
    [
        868.1.Megahertz,
        868.3.Megahertz,
        868.5.Megahertz,
        867.1.Megahertz,
        867.3.Megahertz,
        867.5.Megahertz,
        867.7.Megahertz,
        867.9.Megahertz,
    ];

    /// <summary>Sub-bands with their duty cycles, by frequency.</summary>
    public static IReadOnlyList<SubBand> SubBands { get; } =
    [
        new("K", 863.0.Megahertz, 865.0.Megahertz, 1000, 14),
        new("L", 865.0.Megahertz, 868.0.Megahertz, 100, 14),
        new("M", 868.0.Megahertz, 868.6.Megahertz, 100, 14),
        new("N", 868.7.Megahertz, 869.2.Megahertz, 1000, 14),
        new("P", 869.4.Megahertz, 869.65.Megahertz, 10, 27),
        new("R", 869.7.Megahertz, 870.0.Megahertz, 100, 14),
    ];

    /// <summary>Greatest application payload at a data rate, DR0 to DR5 [B].</summary>
    private static readonly int[] MaximumPayloads = [51, 51, 51, 115, 242, 242];

    /// <summary>Octets of a data frame besides the application payload: MHDR 1, DevAddr 4, FCtrl 1, FCnt 2, FPort 1, MIC 4 [B].</summary>
    public const int FrameOverhead = 13;

    /// <summary>From the end of an uplink to the first receive window.</summary>
    public static readonly Duration ReceiveDelay1 = 1.Seconds;

    /// <summary>From the end of an uplink to the second receive window.</summary>
    public static readonly Duration ReceiveDelay2 = 2.Seconds;

    /// <summary>Data rate of the second receive window: DR0.</summary>
    public const int ReceiveWindow2DataRate = 0;

    /// <summary>Spreading factor of a data rate [1].</summary>
    /// <param name="dataRate">0 to 5 [1].</param>
    public static int SpreadingFactor(int dataRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dataRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dataRate, 5);
        return 12 - dataRate;
    }

    /// <summary>Greatest application payload at a spreading factor [B].</summary>
    /// <param name="spreadingFactor">7 to 12 [1].</param>
    public static int MaximumPayload(int spreadingFactor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(spreadingFactor, 7);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(spreadingFactor, 12);
        return MaximumPayloads[12 - spreadingFactor];
    }

    /// <summary>Modulation of an uplink: 125 kHz, code rate 4/5, 8 preamble symbols, explicit header, CRC.</summary>
    /// <param name="spreadingFactor">7 to 12 [1].</param>
    public static LoRaModulation Uplink(int spreadingFactor) => new(spreadingFactor, 125.Kilohertz);

    /// <summary>The sub-band in which a frequency lies.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None.</exception>
    public static SubBand SubBandOf(Frequency frequency)
    {
        foreach (var band in SubBands)
        {
            if (frequency >= band.From && frequency < band.To)
            {
                return band;
            }
        }

        throw new ArgumentOutOfRangeException(
            nameof(frequency),
            frequency.Hertz,
            "No sub-band of EU 863-870 contains this frequency [Hz]."
        );
    }
}
