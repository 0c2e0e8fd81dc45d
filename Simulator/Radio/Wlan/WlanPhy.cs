using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.Wlan;

/// <summary>A physical layer of IEEE 802.11 in a channel of 20 MHz or less, with one spatial stream: its times and its rates.</summary>
/// <remarks>
/// With symbols, a frame lasts T_preamble + T_SYM ⌈(16 + 6 + 8 L)/N_DBPS⌉ + T_extension (IEEE 802.11-2016, 17.4.3, 18.5.3, 19.4.3), without them T_preamble + ⌈8 L/R⌉ in whole
/// microseconds (16.3.4). Left out: several streams, wider channels, short guard intervals before HE, aggregation, packet extension of HE.
/// </remarks>
public sealed record WlanPhy
{
    /// <summary>SERVICE and tail bits around a frame of symbols [1].</summary>
    private const int ServiceAndTail = 16 + 6;

    /// <summary>aSlotTime.</summary>
    public required Duration Slot { get; init; }

    /// <summary>aSIFSTime.</summary>
    public required Duration Sifs { get; init; }

    /// <summary>aCWmin [1].</summary>
    public required int LeastWindow { get; init; }

    /// <summary>aCWmax [1].</summary>
    public int GreatestWindow { get; init; } = 1023;

    /// <summary>Preamble and header of the physical layer.</summary>
    public required Duration Preamble { get; init; }

    /// <summary>Length of an OFDM symbol with its guard interval; zero where there are no symbols of many bits.</summary>
    public Duration Symbol { get; init; }

    /// <summary>Signal extension behind a frame.</summary>
    public Duration Extension { get; init; }

    /// <summary>The rates, the slowest first.</summary>
    public required IReadOnlyList<WlanRate> Rates { get; init; }

    /// <summary>Layer in which control frames are sent; null for this one.</summary>
    public WlanPhy? Legacy { get; init; }

    /// <summary>Indices of the rates at which control frames are answered, the slowest first.</summary>
    public required IReadOnlyList<int> Basic { get; init; }

    /// <summary>DIFS = SIFS + 2 slots.</summary>
    public Duration Difs => Sifs + Slot * 2;

    /// <summary>PIFS = SIFS + slot.</summary>
    public Duration Pifs => Sifs + Slot;

    /// <summary>EIFS = SIFS + DIFS + an acknowledgement at the lowest basic rate.</summary>
    public Duration Eifs => Sifs + Difs + Control.Airtime(WlanFrame.Acknowledgement, Control.Basic[0]);

    /// <summary>ACKTimeout = SIFS + slot + preamble of the answer: when it has not begun by then, it does not come (IEEE 802.11-2016, 10.3.2.9).</summary>
    public Duration AnswerTimeout => Sifs + Slot + Control.Preamble;

    private WlanPhy Control => Legacy ?? this;

    /// <summary>Time on air of a frame.</summary>
    /// <param name="octets">L, MAC header and check sequence included [B].</param>
    /// <param name="rate">Index of the rate.</param>
    public Duration Airtime(int octets, int rate)
    {
        if (Symbol == Duration.Zero)
        {
            return Preamble + new Duration((long)Math.Ceiling(octets * 8e6 / Rates[rate].BitsPerSecond) * 1000);
        }

        var bits = Rates[rate].BitsPerSymbol;
        return Preamble + Symbol * (long)((ServiceAndTail + 8 * octets + bits - 1) / bits) + Extension;
    }

    /// <summary>Time on air of a control frame that answers or protects a frame: at the highest basic rate not above that of the frame.</summary>
    /// <param name="octets">Of the control frame [B].</param>
    /// <param name="rate">Index of the rate of the data frame.</param>
    public Duration ControlAirtime(int octets, int rate)
    {
        var (basic, fastest) = (Control.Basic, Rates[rate].BitsPerSecond);
        var chosen = 0;
        while (chosen + 1 < basic.Count && Control.Rates[basic[chosen + 1]].BitsPerSecond <= fastest)
        {
            chosen++;
        }

        return Control.Airtime(octets, basic[chosen]);
    }

    /// <summary>Time on air of a management frame that all have to understand, such as a beacon: at the lowest basic rate.</summary>
    /// <param name="octets">Of the frame [B].</param>
    public Duration BroadcastAirtime(int octets) => Control.Airtime(octets, Control.Basic[0]);

    /// <summary>Ideal choice of the rate: the fastest that loses at most 10 % of frames of 1000 octets.</summary>
    /// <param name="power">At the receiver [dBm].</param>
    /// <param name="gain">By how much the receiver is better than the standard demands [dB].</param>
    /// <returns>Index of the rate; null if even the slowest is too weak.</returns>
    public int? RateFor(double power, double gain)
    {
        int? best = null;
        for (var rate = 0; rate < Rates.Count; rate++)
        {
            if (power >= Rates[rate].Sensitivity - gain && (best is null || Rates[rate].BitsPerSecond > Rates[best.Value].BitsPerSecond))
            {
                best = rate;
            }
        }

        return best;
    }
}
