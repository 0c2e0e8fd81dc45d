using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Published round trips between regions.</summary>
/// <remarks>
/// Microsoft, Azure network round-trip latency statistics of 30 July 2026 (confirmed): monthly 95th percentiles over a backbone, one probe a minute. The access lines at the ends come on top.
/// The two directions of a pair differ by a few milliseconds; the one that is measured from the region further below in the list stands for both, where it is known.
/// </remarks>
internal static class RegionTable
{
    /// <summary>Below the diagonal, in the order of <see cref="Region"/>: the 95th percentile of the round trip [ms]; 0 where none is published.</summary>
    private static readonly int[][] Percentile95 =
    [
        [],
        [74],
        [121, 170],
        [89, 0, 191],
        [76, 137, 176, 19],
        [80, 144, 183, 12, 14],
        [225, 278, 326, 171, 178, 169],
        [191, 257, 288, 124, 130, 122, 105],
        [218, 224, 320, 153, 159, 150, 134, 35],
        [229, 171, 337, 181, 236, 183, 190, 90, 58],
        [165, 109, 275, 242, 232, 237, 254, 155, 129, 74],
        [206, 141, 298, 282, 272, 277, 347, 179, 151, 98, 105],
    ];

    /// <summary>The 95th percentile of the round trip between two regions; null where none is published.</summary>
    public static Duration? RoundTrip95(Region one, Region other)
    {
        var (first, second) = one > other ? ((int)one, (int)other) : ((int)other, (int)one);
        return first == second || Percentile95[first][second] == 0 ? null : Percentile95[first][second].Milliseconds;
    }
}
