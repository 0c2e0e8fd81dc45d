namespace M2mVsIoTSim.Radio.LteM;

/// <summary>Sizes of the transport blocks of LTE-M, category M1 of Release 13 [bit].</summary>
/// <remarks>3GPP TS 36.213 table 7.1.7.2.1-1, the columns up to the narrowband of six resource blocks, from memory; blocks above 1000 bits are not for this category.</remarks>
public static class TransportBlocks
{
    /// <summary>Greatest index I_TBS of this category, TS 36.213 §7.1.7.1 [1].</summary>
    public const int GreatestIndex = 15;

    /// <summary>Greatest block, up and down [bit].</summary>
    public const int Greatest = 1000;

    /// <summary>Resource blocks of a narrowband [1].</summary>
    public const int Narrowband = 6;

    private static readonly int[,] Sizes =
    {
        { 16, 32, 56, 88, 120, 152 },
        { 24, 56, 88, 144, 176, 208 },
        { 32, 72, 144, 176, 208, 256 },
        { 40, 104, 176, 208, 256, 328 },
        { 56, 120, 208, 256, 328, 408 },
        { 72, 144, 224, 328, 424, 504 },
        { 328, 176, 256, 392, 504, 600 },
        { 104, 224, 328, 472, 584, 712 },
        { 120, 256, 392, 536, 680, 808 },
        { 136, 296, 456, 616, 776, 936 },
        { 144, 328, 504, 680, 872, 1032 },
        { 176, 376, 584, 776, 1000, 1192 },
        { 208, 440, 680, 904, 1128, 1352 },
        { 224, 488, 744, 1000, 1256, 1544 },
        { 256, 552, 840, 1128, 1416, 1736 },
        { 280, 600, 904, 1224, 1544, 1800 },
    };

    /// <summary>Size of a block [bit].</summary>
    /// <param name="index">I_TBS, 0 to 15 [1].</param>
    /// <param name="resourceBlocks">N_PRB, 1 to 6 [1].</param>
    public static int Size(int index, int resourceBlocks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, GreatestIndex);
        ArgumentOutOfRangeException.ThrowIfLessThan(resourceBlocks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(resourceBlocks, Narrowband);
        return Sizes[index, resourceBlocks - 1];
    }
}
