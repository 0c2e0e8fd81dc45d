namespace M2mVsIoTSim.Radio.Nr;

/// <summary>Size of transport blocks and how they are cut for coding.</summary>
/// <remarks>3GPP TS 38.214 §5.1.3.2 and table 5.1.3.2-1, exact; TS 38.212 §5.2.2 and §6.2.2. Validated by <c>NrTransportBlockTests</c> against the test vectors of srsran/srsRAN_Project.</remarks>
public static class NrTransportBlock
{
    /// <summary>Greatest size that the table has [bit]; larger ones follow a rule, and have a check sum of 24 bits instead of 16.</summary>
    public const int GreatestTabulated = 3824;

    /// <summary>Resource elements of a resource block that are counted at most [1].</summary>
    private const int GreatestElements = 156;

    private static readonly int[] Sizes =
    [
        .. Steps(24, 192, 8),
        .. Steps(208, 384, 16),
        .. Steps(408, 576, 24),
        .. Steps(608, 768, 32),
        .. Steps(808, 928, 40),
        984,
        1032,
        1064,
        .. Steps(1128, 1352, 32),
        .. Steps(1416, 1928, 64),
        .. Steps(2024, 2280, 64),
        .. Steps(2408, 2856, 64),
        2976,
        3104,
        3240,
        3368,
        3496,
        3624,
        3752,
        3824,
    ];

    /// <summary>Resource elements for data in so many resource blocks: min(156, 12 · symbols − DMRS − overhead) · blocks [1].</summary>
    /// <param name="symbols">Symbols of the allocation [1].</param>
    /// <param name="reference">Elements of a resource block that reference symbols (DMRS) take [1].</param>
    /// <param name="overhead">Elements of a resource block for everything else, xOverhead [1].</param>
    /// <param name="resourceBlocks">[1].</param>
    public static int Elements(int symbols, int reference, int overhead, int resourceBlocks) =>
        Math.Min(GreatestElements, NrNumerology.Subcarriers * symbols - reference - overhead) * resourceBlocks;

    /// <summary>Size of the transport block that so many resource elements carry [bit].</summary>
    /// <param name="elements">N_RE [1].</param>
    /// <param name="modulation">Qm and R.</param>
    /// <param name="layers">v [1].</param>
    /// <param name="scaling">S, 1 but for broadcast [1].</param>
    public static int Size(int elements, NrModulation modulation, int layers = 1, double scaling = 1)
    {
        var information = elements * modulation.Efficiency * layers * scaling;
        if (information <= GreatestTabulated)
        {
            var power = 1 << Math.Max(3, (int)Math.Floor(Math.Log2(Math.Max(1, information))) - 6);
            var rounded = Math.Max(24, power * (int)(information / power));
            return Sizes.First(size => size >= rounded);
        }

        var step = 1 << (int)Math.Floor(Math.Log2(information - 24)) - 5;
        var quantised = Math.Max(3840, step * (int)Math.Floor((information - 24) / step + 0.5));
        var greatest = modulation.Rate <= 0.25 ? 3816 : 8424;
        var blocks = quantised > greatest || modulation.Rate <= 0.25 ? Up(quantised + 24, greatest) : 1;
        return 8 * blocks * Up(quantised + 24, 8 * blocks) - 24;
    }

    /// <summary>Bits of the check sum of a transport block [bit].</summary>
    public static int Check(int size) => size > GreatestTabulated ? 24 : 16;

    /// <summary>Code blocks into which a transport block is cut, and bits of each with all check sums.</summary>
    /// <param name="size">Of the transport block [bit].</param>
    /// <param name="rate">R [1].</param>
    public static (int Count, int Bits) CodeBlocks(int size, double rate)
    {
        var isSmallGraph = size <= 292 || size <= GreatestTabulated && rate <= 0.67 || rate <= 0.25;
        var (greatest, whole) = (isSmallGraph ? 3840 : 8448, size + Check(size));
        if (whole <= greatest)
        {
            return (1, whole);
        }

        var count = Up(whole, greatest - 24);
        return (count, Up(whole, count) + 24);
    }

    private static int Up(int number, int divisor) => (number + divisor - 1) / divisor;

    private static IEnumerable<int> Steps(int from, int to, int step)
    {
        for (var size = from; size <= to; size += step)
        {
            yield return size;
        }
    }
}
