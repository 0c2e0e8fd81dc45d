using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Where the interval of a mean is drawn.</summary>
internal static class IntervalEnds
{
    /// <summary>Ends of the interval; the mean itself where there is none.</summary>
    public static (double Low, double High) Of(ComparisonResults results, SummaryRow row) =>
        results.Interval(row) is { } bounds ? (bounds.Low, bounds.High) : (row.Mean, row.Mean);

    /// <summary>What an axis must hold: an interval that reaches down to nothing would leave no room for the rest.</summary>
    public static double[] ToShow(ComparisonResults results, SummaryRow row)
    {
        var (low, high) = Of(results, row);
        return [row.Mean, Math.Max(low, row.Mean / 10), high];
    }
}
