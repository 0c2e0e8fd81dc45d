using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.Wlan;

/// <summary>The physical layers of IEEE 802.11 that are modelled, with the times and rates of the standard.</summary>
/// <remarks>
/// Slots, SIFS and contention windows as in INET 4.6 and ns-3 (confirmed); preambles of HT, VHT and HE, and sensitivities from memory of IEEE 802.11-2016, tables 17-18, 19-23, 21-25, and
/// 802.11ax table 27-51. The standard gives -80 dBm for 2 Mbit/s and -76 dBm for 11 Mbit/s of (HR-)DSSS; 1 and 5.5 Mbit/s are taken 3 dB lower than the rate above each.
/// </remarks>
public static class WlanPhys
{
    private static readonly int[] OfdmBits = [24, 36, 48, 72, 96, 144, 192, 216];
    private static readonly double[] OfdmSensitivities = [-82, -81, -79, -77, -74, -70, -66, -65];
    private static readonly int[] HighThroughputBits = [26, 52, 78, 104, 156, 208, 234, 260, 312];
    private static readonly double[] HighThroughputSensitivities = [-82, -79, -77, -74, -70, -66, -65, -64, -59];
    private static readonly int[] HighEfficiencyBits = [117, 234, 351, 468, 702, 936, 1053, 1170, 1404, 1560, 1755, 1950];
    private static readonly double[] HighEfficiencySensitivities = [-82, -79, -77, -74, -70, -66, -65, -64, -59, -57, -54, -52];

    /// <summary>Frequency hopping of 1997, at 1 Mbit/s; Bianchi's example.</summary>
    public static WlanPhy FrequencyHopping { get; } =
        new()
        {
            Slot = 50.Microseconds,
            Sifs = 28.Microseconds,
            LeastWindow = 15,
            Preamble = 128.Microseconds,
            Rates = [new(1e6, 0, -80)],
            Basic = [0],
        };

    /// <summary>802.11b with the long preamble.</summary>
    public static WlanPhy HighRateDirectSequence { get; } =
        new()
        {
            Slot = 20.Microseconds,
            Sifs = 10.Microseconds,
            LeastWindow = 31,
            Preamble = 192.Microseconds,
            Rates = [new(1e6, 0, -83), new(2e6, 0, -80), new(5.5e6, 0, -79), new(11e6, 0, -76)],
            Basic = [0, 1],
        };

    /// <summary>802.11a at 5 GHz.</summary>
    public static WlanPhy Ofdm { get; } =
        new()
        {
            Slot = 9.Microseconds,
            Sifs = 16.Microseconds,
            LeastWindow = 15,
            Preamble = 20.Microseconds,
            Symbol = 4.Microseconds,
            Rates = Table(OfdmBits, OfdmSensitivities, OfdmBits.Length, 4e-6),
            Basic = [0, 2, 4],
        };

    /// <summary>802.11g at 2.4 GHz, short slots, without stations of 802.11b.</summary>
    public static WlanPhy ExtendedRate { get; } = Ofdm with { Sifs = 10.Microseconds, Extension = 6.Microseconds };

    /// <summary>802.11n, mixed format, one stream, long guard interval.</summary>
    /// <param name="legacy">Layer of the control frames: <see cref="Ofdm"/> at 5 GHz, <see cref="ExtendedRate"/> at 2.4 GHz.</param>
    public static WlanPhy HighThroughput(WlanPhy legacy) => Above(legacy, 36, HighThroughputBits, HighThroughputSensitivities, 8, 4);

    /// <summary>802.11ac, one stream, long guard interval; MCS 9 does not exist in 20 MHz.</summary>
    /// <param name="legacy">Layer of the control frames.</param>
    public static WlanPhy VeryHighThroughput(WlanPhy legacy) => Above(legacy, 40, HighThroughputBits, HighThroughputSensitivities, 9, 4);

    /// <summary>802.11ax, single user in 242 tones, one stream, guard interval 0.8 µs.</summary>
    /// <param name="legacy">Layer of the control frames.</param>
    public static WlanPhy HighEfficiency(WlanPhy legacy) => Above(legacy, 44, HighEfficiencyBits, HighEfficiencySensitivities, 12, 13.6);

    private static WlanPhy Above(WlanPhy legacy, int preamble, int[] bits, double[] sensitivities, int count, double symbol)
    {
        ArgumentNullException.ThrowIfNull(legacy);
        return legacy with
        {
            Preamble = preamble.Microseconds,
            Symbol = symbol.Microseconds,
            Rates = Table(bits, sensitivities, count, symbol * 1e-6),
            Legacy = legacy,
        };
    }

    private static WlanRate[] Table(int[] bits, double[] sensitivities, int count, double symbol) =>
        [.. Enumerable.Range(0, count).Select(i => new WlanRate(bits[i] / symbol, bits[i], sensitivities[i]))];
}
