using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.Lte;

/// <summary>Width of the channel in which so many resource blocks of LTE lie, guards included.</summary>
/// <remarks>3GPP TS 36.101 table 5.6-1 (from memory): 6 in 1.4 MHz, 15 in 3, 25 in 5, 50 in 10, 75 in 15 and 100 in 20 MHz.</remarks>
public static class ChannelBandwidth
{
    private const int Narrowest = 6;

    /// <summary>The bandwidth; between those of the table 200 kHz for each resource block.</summary>
    /// <param name="resourceBlocks">6 to 100 [1].</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer or more.</exception>
    public static Frequency Of(int resourceBlocks) =>
        resourceBlocks is < Narrowest or > 100
            ? throw new ArgumentOutOfRangeException(
                nameof(resourceBlocks),
                resourceBlocks,
                "A carrier of LTE has 6 to 100 resource blocks."
            )
            : (resourceBlocks == Narrowest ? 1400 : 200 * resourceBlocks).Kilohertz;
}
