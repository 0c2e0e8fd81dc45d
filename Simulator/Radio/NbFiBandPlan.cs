using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Bands of NB-Fi and the carriers of frames in them.</summary>
/// <remarks>
/// waviot/NBFi_WA1470, <c>nbfi_mac.c</c>. A frame stands (identifier + check) mod 256 steps above or below the middle of the band, of which 255 fill the band but for a
/// guard of the bit rate and 1 kHz at each edge. Uplinks take the check from the frame and the sides in turn; downlinks stay at the place that follows from the
/// receiver's identifier, where it listens. What is too fast for the band stands in its middle.
/// </remarks>
public static class NbFiBandPlan
{
    /// <summary>Width of an uplink band at width code 0 [Hz]; each further one doubles it.</summary>
    public const int LeastUplinkWidth = 6400;

    /// <summary>Width of a downlink band at width code 0 [Hz]; each further one doubles it.</summary>
    public const int LeastDownlinkWidth = 102_400;

    /// <summary>Greatest code of an uplink width, which has three bits [1].</summary>
    public const int GreatestUplinkWidthCode = 7;

    /// <summary>Places on either side of the middle [1].</summary>
    public const int Places = 256;

    private const int Guard = 1000;

    /// <summary>Middle of the uplink band.</summary>
    public static Frequency Uplink(NbFiBand band) => Middles(band).Up.Megahertz;

    /// <summary>Middle of the downlink band.</summary>
    public static Frequency Downlink(NbFiBand band) => Middles(band).Down.Megahertz;

    /// <summary>Width of an uplink band.</summary>
    /// <param name="code">0 to 7; 3 is the usual 51.2 kHz [1].</param>
    public static Frequency UplinkWidth(int code)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(code);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, GreatestUplinkWidthCode);
        return new Frequency(LeastUplinkWidth << code);
    }

    /// <summary>How far an uplink stands from the middle of its band [Hz]; negative below.</summary>
    /// <param name="identifier">Of the device.</param>
    /// <param name="check">Octet of the frame's check.</param>
    /// <param name="isAbove">On which side; the sides take turns.</param>
    /// <param name="rate">Bit rate.</param>
    /// <param name="width">Of the band.</param>
    public static int UplinkOffset(uint identifier, byte check, bool isAbove, NbFiRate rate, Frequency width)
    {
        var offset = Offset((int)((identifier + (ulong)check) % Places), rate, width);
        return isAbove ? offset : -offset;
    }

    /// <summary>How far the downlinks of a device stand from the middle of their band [Hz]; negative below.</summary>
    /// <param name="identifier">Of the device: odd ones stand above.</param>
    /// <param name="rate">Bit rate.</param>
    /// <param name="width">Of the band.</param>
    public static int DownlinkOffset(uint identifier, NbFiRate rate, Frequency width)
    {
        var offset = Offset((int)(identifier % Places), rate, width);
        return identifier % 2 == 1 ? offset : -offset;
    }

    /// <summary>Distance of the outermost places from the middle [Hz]; 0 if a band is too narrow for the rate.</summary>
    public static int Reach(NbFiRate rate, Frequency width)
    {
        var rest = (int)width.Hertz - 2 * (int)NbFiProtocol.BitRate(rate).BitsPerSecond - 2 * Guard;
        return Math.Max(rest, 0) / 2;
    }

    /// <summary>How far apart the carriers of two uplinks are [Hz], and with which probability [1], where nearer than half the sum of their bit rates: there their spectra meet.</summary>
    public static IReadOnlyList<(int Distance, double Probability)> Meetings(NbFiRate one, NbFiRate other, Frequency width)
    {
        var (first, second) = (Carriers(one, width), Carriers(other, width));
        var near = (NbFiProtocol.BitRate(one).BitsPerSecond + NbFiProtocol.BitRate(other).BitsPerSecond) / 2;
        var counts = new int[(int)Math.Ceiling(near)];
        foreach (var a in first)
        {
            foreach (var b in second)
            {
                if (Math.Abs(a - b) < near)
                {
                    counts[Math.Abs(a - b)]++;
                }
            }
        }

        var pairs = (double)first.Length * second.Length;
        return [.. counts.Index().Where(count => count.Item > 0).Select(count => (count.Index, count.Item / pairs))];
    }

    /// <summary>All carriers that uplinks may have, equally likely [Hz] from the middle.</summary>
    private static int[] Carriers(NbFiRate rate, Frequency width) =>
        [.. Enumerable.Range(0, 2 * Places).Select(place => UplinkOffset((uint)(place / 2), 0, place % 2 == 0, rate, width))];

    private static int Offset(int place, NbFiRate rate, Frequency width) => place * Reach(rate, width) / (Places - 1);

    /// <summary>Inverse of the greatest duty cycle at a frequency; 1 where nobody limits it [1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rules do not permit the frequency.</exception>
    public static int OneIn(Frequency frequency, NbFiRegulation regulation) =>
        regulation == NbFiRegulation.None ? 1
        : SubBandAt(frequency, regulation) is { } found ? found.OneIn
        : throw new ArgumentOutOfRangeException(
            nameof(frequency),
            frequency.Hertz,
            $"No sub-band of {regulation} contains this frequency [Hz]; choose another band or regulation."
        );

    /// <summary>Whether the rules permit a frequency.</summary>
    public static bool Permits(Frequency frequency, NbFiRegulation regulation) =>
        regulation == NbFiRegulation.None || SubBandAt(frequency, regulation) is not null;

    private static SubBand? SubBandAt(Frequency frequency, NbFiRegulation regulation)
    {
        IReadOnlyList<SubBand> bands = regulation switch
        {
            NbFiRegulation.Europe => Eu868.Plan.SubBands,
            NbFiRegulation.Russia => Ru868.SubBands,
            _ => [],
        };
        return bands.FirstOrDefault(band => frequency >= band.From && frequency < band.To);
    }

    /// <summary>Middles of the uplink and the downlink band [MHz].</summary>
    private static (double Up, double Down) Middles(NbFiBand band) =>
        band switch
        {
            NbFiBand.Ul868800Dl446000 => (868.8, 446),
            NbFiBand.Ul868800Dl864000 => (868.8, 864),
            NbFiBand.Ul868800Dl869150 => (868.8, 869.15),
            NbFiBand.Ul868100Dl869550 => (868.1, 869.55),
            NbFiBand.Ul864000Dl864000 => (864, 864),
            NbFiBand.Ul866975Dl865000 => (866.975, 865),
            _ => throw new ArgumentOutOfRangeException(nameof(band), band, "No frequencies are tabulated for this band."),
        };
}
