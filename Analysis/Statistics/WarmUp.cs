namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>What MSER-5 makes of a measurement: how much of it still looks like warm-up, and the mean without that.</summary>
/// <param name="Left">Share of the measurement that still looks like warm-up [1].</param>
/// <param name="Mean">Mean of the observations after it.</param>
public sealed record WarmUp(double Left, double Mean)
{
    /// <summary>Looks at a measurement in slices of equal length.</summary>
    /// <param name="slices">Number and sum of the observations of each slice, in order of time; slices without any are skipped.</param>
    /// <returns>Null where too few slices hold an observation. Above one half, the measurement is too short to tell.</returns>
    public static WarmUp? Of(IReadOnlyList<(long Count, double Sum)> slices)
    {
        (int Place, long Count, double Sum)[] filled =
        [
            .. slices.Index().Where(slice => slice.Item.Count > 0).Select(slice => (slice.Index, slice.Item.Count, slice.Item.Sum)),
        ];
        if (Mser5.Of([.. filled.Select(slice => slice.Sum / slice.Count)]) is not { } found)
            return null;
        var kept = filled[found.Discarded..];
        return new(
            found.Discarded == 0 ? 0 : (double)kept[0].Place / slices.Count,
            kept.Sum(slice => slice.Sum) / kept.Sum(slice => slice.Count)
        );
    }
}
