using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.Nr;

/// <summary>Numerology µ of NR: subcarriers of 15 · 2^µ kHz and slots of 2^−µ ms with 14 symbols.</summary>
/// <remarks>3GPP TS 38.211 table 4.2-1 and TS 38.101-1 and -2 table 5.3.2-1, from memory. Symbols are a fourteenth of their slot: that the first of each half millisecond is a little longer is left out.</remarks>
/// <param name="Index">µ, 0 to 3 [1].</param>
public readonly record struct NrNumerology(int Index)
{
    /// <summary>Symbols of a slot with normal cyclic prefix [1].</summary>
    public const int SymbolsPerSlot = 14;

    /// <summary>Subcarriers of a resource block [1].</summary>
    public const int Subcarriers = 12;

    /// <summary>Resource blocks by bandwidth [MHz] for 15, 30, 60 and 120 kHz; 0 where the two do not go together.</summary>
    private static readonly (int Megahertz, int[] Blocks)[] Carriers =
    [
        (5, [25, 11, 0, 0]),
        (10, [52, 24, 11, 0]),
        (20, [106, 51, 24, 0]),
        (40, [216, 106, 51, 0]),
        (50, [270, 133, 65, 32]),
        (100, [0, 273, 135, 66]),
        (400, [0, 0, 0, 264]),
    ];

    /// <summary>The numerology of a subcarrier spacing.</summary>
    /// <exception cref="ArgumentException">A spacing that NR has no data on.</exception>
    public static NrNumerology Of(Frequency spacing)
    {
        for (var index = 0; index < 4; index++)
        {
            var numerology = new NrNumerology(index);
            if (numerology.Spacing == spacing)
            {
                return numerology;
            }
        }

        throw new ArgumentException($"A subcarrier spacing is 15, 30, 60 or 120 kHz, not {spacing.Hertz / 1e3} kHz.", nameof(spacing));
    }

    /// <summary>Distance of subcarriers.</summary>
    public Frequency Spacing => (15 << Index).Kilohertz;

    /// <summary>Length of a slot.</summary>
    public Duration Slot => new(1_000_000 >> Index);

    /// <summary>Width of a resource block.</summary>
    public Frequency ResourceBlock => ((15 << Index) * Subcarriers).Kilohertz;

    /// <summary>From the beginning of a slot to that of a symbol; rounded down to the nanosecond, so that fourteen are a slot.</summary>
    /// <param name="count">Symbols [1].</param>
    public Duration Symbols(int count) => Slot * (long)count / SymbolsPerSlot;

    /// <summary>Resource blocks of a carrier [1].</summary>
    /// <exception cref="ArgumentException">A bandwidth that is not listed for this numerology.</exception>
    public int ResourceBlocks(Frequency bandwidth)
    {
        foreach (var (megahertz, blocks) in Carriers)
        {
            if (bandwidth == ((double)megahertz).Megahertz && blocks[Index] > 0)
            {
                return blocks[Index];
            }
        }

        var index = Index;
        throw new ArgumentException(
            $"No carrier of {bandwidth.Hertz / 1e6} MHz is known with subcarriers of {Spacing.Hertz / 1e3} kHz; there are {string.Join(", ", Carriers.Where(carrier => carrier.Blocks[index] > 0).Select(carrier => carrier.Megahertz))} MHz.",
            nameof(bandwidth)
        );
    }
}
