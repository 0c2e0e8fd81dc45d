namespace M2mVsIoTSim.Radio.NbIot;

/// <summary>Fastest formats with a block error of at most 10 %, by need and coupling loss.</summary>
/// <remarks>
/// Extracted from the link-level tables <c>clean_NPUSCH_100_TRBlks.csv</c> and <c>clean_NPDSCH_100_TRBlks.csv</c> (in-band) of tudo-cni/ns3-lena-nb: a device of 23 dBm, an
/// urban fading channel, 100 blocks a point. So block errors have a resolution of 1 % and the curves a noise of about 1 dB. Ascending by need and coupling loss.
/// </remarks>
internal static class LinkTable
{
    public static readonly Point<NpuschFormat>[] Uplink15 =
    [
        new(88, 130, Wide(6, 12, 1, 1)),
        new(88, 140, Wide(12, 3, 3, 1)),
        new(88, 144, Wide(12, 2, 3, 2)),
        new(88, 150, Wide(12, 4, 2, 8)),
        new(88, 154, Wide(12, 3, 4, 8)),
        new(88, 160, Wide(12, 0, 6, 32)),
        new(88, 164, Wide(12, 2, 3, 128)),
        new(256, 130, Wide(12, 12, 2, 1)),
        new(256, 140, Wide(12, 8, 2, 2)),
        new(256, 144, Wide(12, 3, 5, 2)),
        new(256, 150, Wide(12, 4, 5, 8)),
        new(256, 154, Wide(6, 3, 5, 8)),
        new(256, 160, Wide(12, 8, 3, 64)),
        new(256, 164, Wide(12, 1, 8, 64)),
        new(424, 130, Wide(12, 12, 2, 1)),
        new(424, 140, Wide(12, 12, 2, 4)),
        new(424, 144, Wide(6, 12, 2, 4)),
        new(424, 150, Wide(6, 5, 6, 8)),
        new(424, 154, Wide(12, 12, 2, 128)),
        new(424, 160, Wide(12, 11, 3, 128)),
        new(424, 164, Wide(12, 5, 5, 128)),
        new(680, 130, Wide(12, 12, 3, 1)),
        new(680, 140, Wide(6, 8, 5, 1)),
        new(680, 144, Wide(6, 8, 5, 2)),
        new(680, 150, Wide(12, 7, 6, 16)),
        new(680, 154, Wide(12, 11, 4, 64)),
        new(680, 160, Wide(12, 10, 4, 128)),
        new(680, 164, Wide(12, 8, 6, 128)),
        new(1000, 130, Wide(6, 12, 4, 1)),
        new(1000, 140, Wide(12, 10, 6, 2)),
        new(1000, 144, Wide(6, 11, 5, 2)),
        new(1000, 150, Wide(6, 12, 4, 32)),
        new(1000, 154, Wide(12, 12, 4, 128)),
        new(1000, 160, Wide(12, 7, 8, 128)),
        new(1000, 164, Wide(12, 7, 8, 128)),
    ];

    public static readonly Point<NpuschFormat>[] Uplink3Point75 =
    [
        new(88, 140, Narrow(9, 1, 1)),
        new(88, 144, Narrow(7, 1, 1)),
        new(88, 150, Narrow(6, 1, 1)),
        new(88, 154, Narrow(6, 1, 2)),
        new(88, 160, Narrow(3, 2, 1)),
        new(88, 164, Narrow(0, 6, 1)),
        new(256, 140, Narrow(9, 2, 1)),
        new(256, 144, Narrow(8, 2, 1)),
        new(256, 150, Narrow(8, 2, 1)),
        new(256, 154, Narrow(6, 3, 1)),
        new(256, 160, Narrow(6, 3, 2)),
        new(256, 164, Narrow(8, 2, 4)),
        new(424, 140, Narrow(9, 3, 1)),
        new(424, 144, Narrow(9, 3, 1)),
        new(424, 150, Narrow(12, 2, 2)),
        new(424, 154, Narrow(5, 5, 1)),
        new(424, 160, Narrow(8, 4, 2)),
        new(424, 164, Narrow(5, 5, 2)),
        new(680, 140, Narrow(10, 4, 1)),
        new(680, 144, Narrow(10, 4, 1)),
        new(680, 150, Narrow(8, 5, 1)),
        new(680, 154, Narrow(7, 6, 1)),
        new(680, 160, Narrow(11, 4, 2)),
        new(680, 164, Narrow(9, 5, 2)),
        new(1000, 144, Narrow(10, 6, 1)),
        new(1000, 150, Narrow(12, 4, 2)),
        new(1000, 154, Narrow(11, 5, 2)),
        new(1000, 160, Narrow(11, 5, 2)),
        new(1000, 164, Narrow(10, 6, 2)),
    ];

    public static readonly Point<NpdschFormat>[] Downlink =
    [
        new(56, 130, new NpdschFormat(5, 1, 1)),
        new(56, 140, new NpdschFormat(4, 1, 2)),
        new(56, 144, new NpdschFormat(0, 3, 1)),
        new(56, 150, new NpdschFormat(0, 3, 2)),
        new(56, 154, new NpdschFormat(0, 3, 8)),
        new(56, 160, new NpdschFormat(1, 2, 64)),
        new(56, 164, new NpdschFormat(4, 1, 512)),
        new(88, 130, new NpdschFormat(7, 1, 1)),
        new(88, 140, new NpdschFormat(6, 1, 2)),
        new(88, 144, new NpdschFormat(1, 3, 1)),
        new(88, 150, new NpdschFormat(0, 4, 2)),
        new(88, 154, new NpdschFormat(6, 1, 32)),
        new(88, 160, new NpdschFormat(6, 1, 192)),
        new(88, 164, new NpdschFormat(1, 3, 192)),
        new(256, 130, new NpdschFormat(8, 2, 1)),
        new(256, 140, new NpdschFormat(6, 3, 1)),
        new(256, 144, new NpdschFormat(2, 6, 1)),
        new(256, 150, new NpdschFormat(6, 3, 8)),
        new(256, 154, new NpdschFormat(3, 5, 16)),
        new(256, 160, new NpdschFormat(0, 10, 32)),
        new(256, 164, new NpdschFormat(4, 4, 384)),
        new(424, 130, new NpdschFormat(7, 4, 1)),
        new(424, 140, new NpdschFormat(3, 8, 1)),
        new(424, 144, new NpdschFormat(5, 5, 2)),
        new(424, 150, new NpdschFormat(5, 5, 8)),
        new(424, 154, new NpdschFormat(3, 8, 16)),
        new(424, 160, new NpdschFormat(3, 8, 64)),
        new(424, 164, new NpdschFormat(5, 5, 512)),
        new(680, 130, new NpdschFormat(7, 6, 1)),
        new(680, 140, new NpdschFormat(5, 8, 1)),
        new(680, 144, new NpdschFormat(5, 8, 2)),
        new(680, 150, new NpdschFormat(5, 8, 8)),
        new(680, 154, new NpdschFormat(4, 10, 16)),
        new(680, 160, new NpdschFormat(5, 8, 128)),
        new(680, 164, new NpdschFormat(4, 10, 384)),
    ];

    private static NpuschFormat Wide(int tones, int index, int units, int repetitions) =>
        new(SubcarrierSpacing.Khz15, tones, index, units, repetitions);

    private static NpuschFormat Narrow(int index, int units, int repetitions) =>
        new(SubcarrierSpacing.Khz3Point75, 1, index, units, repetitions);

    /// <summary>One entry.</summary>
    /// <param name="Need">Bits that the block has to hold [bit].</param>
    /// <param name="CouplingLoss">[dB].</param>
    /// <param name="Format">The fastest.</param>
    public readonly record struct Point<TFormat>(int Need, int CouplingLoss, TFormat Format);
}
