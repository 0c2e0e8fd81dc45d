namespace M2mVsIoTSim.Radio.NbIot;

/// <summary>Sizes of the transport blocks of NB-IoT, Release 13 [bit].</summary>
/// <remarks>3GPP TS 36.213 tables 16.4.1.5.1-1 (NPDSCH) and 16.5.1.2-2 (NPUSCH), as in srsRAN 4G <c>tbs_tables_nbiot.h</c>; 0 where there is none.</remarks>
public static class TransportBlocks
{
    /// <summary>Greatest index I_TBS [1].</summary>
    public const int GreatestIndex = 12;

    /// <summary>Greatest block of the uplink [bit].</summary>
    public const int GreatestUplink = 1000;

    /// <summary>Greatest block of the downlink [bit].</summary>
    public const int GreatestDownlink = 680;

    /// <summary>N_RU or N_SF of the indices 0 to 7: over how many resource units or subframes a block extends [1].</summary>
    public static IReadOnlyList<int> Extents { get; } = [1, 2, 3, 4, 5, 6, 8, 10];

    private static readonly int[,] Downlink =
    {
        { 16, 32, 56, 88, 120, 152, 208, 256 },
        { 24, 56, 88, 144, 176, 208, 256, 344 },
        { 32, 72, 144, 176, 208, 256, 328, 424 },
        { 40, 104, 176, 208, 256, 328, 440, 568 },
        { 56, 120, 208, 256, 328, 408, 552, 680 },
        { 72, 144, 224, 328, 424, 504, 680, 0 },
        { 88, 176, 256, 392, 504, 600, 0, 0 },
        { 104, 224, 328, 472, 584, 680, 0, 0 },
        { 120, 256, 392, 536, 680, 0, 0, 0 },
        { 136, 296, 456, 616, 0, 0, 0, 0 },
        { 144, 328, 504, 680, 0, 0, 0, 0 },
        { 176, 376, 584, 0, 0, 0, 0, 0 },
        { 208, 440, 680, 0, 0, 0, 0, 0 },
    };

    private static readonly int[,] Uplink =
    {
        { 16, 32, 56, 88, 120, 152, 208, 256 },
        { 24, 56, 88, 144, 176, 208, 256, 344 },
        { 32, 72, 144, 176, 208, 256, 328, 424 },
        { 40, 104, 176, 208, 256, 328, 440, 568 },
        { 56, 120, 208, 256, 328, 408, 552, 680 },
        { 72, 144, 224, 328, 424, 504, 680, 872 },
        { 88, 176, 256, 392, 504, 600, 808, 1000 },
        { 104, 224, 328, 472, 584, 712, 1000, 0 },
        { 120, 256, 392, 536, 680, 808, 0, 0 },
        { 136, 296, 456, 616, 776, 936, 0, 0 },
        { 144, 328, 504, 680, 872, 1000, 0, 0 },
        { 176, 376, 584, 776, 1000, 0, 0, 0 },
        { 208, 440, 680, 1000, 0, 0, 0, 0 },
    };

    /// <summary>Size of a block on NPDSCH [bit]; 0 if the standard has none.</summary>
    /// <param name="index">I_TBS, 0 to 12; in-band carriers use 0 to 10 [1].</param>
    /// <param name="subframes">N_SF, one of <see cref="Extents"/> [1].</param>
    public static int Npdsch(int index, int subframes) => Downlink[Row(index), Column(subframes)];

    /// <summary>Size of a block on NPUSCH format 1 [bit]; 0 if the standard has none.</summary>
    /// <param name="index">I_TBS, 0 to 12; a single tone uses 0 to 10 [1].</param>
    /// <param name="units">N_RU, one of <see cref="Extents"/> [1].</param>
    public static int Npusch(int index, int units) => Uplink[Row(index), Column(units)];

    private static int Row(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, GreatestIndex);
        return index;
    }

    private static int Column(int extent)
    {
        for (var i = 0; i < Extents.Count; i++)
        {
            if (Extents[i] == extent)
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(extent), extent, "A block extends over 1, 2, 3, 4, 5, 6, 8 or 10 units.");
    }
}
