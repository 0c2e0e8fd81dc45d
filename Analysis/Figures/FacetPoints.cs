using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Picks the points of a sweep that a figure has room for.</summary>
internal static class FacetPoints
{
    /// <summary>All points when there are few; else the ends of the numeric sweep; else points spread evenly from first to last.</summary>
    public static IReadOnlyList<string> Choose(ComparisonResults results, int most) => Choose(results, results.Points, most);

    /// <summary>The same of given points.</summary>
    public static IReadOnlyList<string> Choose(ComparisonResults results, IReadOnlyList<string> points, int most)
    {
        if (points.Count > most && NumericFactor.Of(results.Comparison) is { } swept)
        {
            string[] ends = [swept.Values[0].Text, swept.Values[^1].Text];
            string[] kept = [.. points.Where(point => ends.Contains(DesignPoint.Parse(point)[swept.Name]))];
            // The last value tells most: it is the largest fleet, or the highest load.
            points =
                kept.Length <= most
                    ? [.. kept.OrderBy(point => DesignPoint.Parse(point)[swept.Name] == ends[1])]
                    : [.. kept.Where(point => DesignPoint.Parse(point)[swept.Name] == ends[1])];
        }
        return points.Count <= most ? points : [.. Enumerable.Range(0, most).Select(i => points[i * (points.Count - 1) / (most - 1)])];
    }

    /// <summary>Whether every point of the comparison is shown.</summary>
    public static string Note(ComparisonResults results, IReadOnlyList<string> shown) => Note(shown.Count, results.Points.Count);

    /// <summary>Whether all of so many are shown.</summary>
    public static string Note(int shown, int all) => shown == all ? "" : $" {shown} of {all} points are shown; the tables hold all.";

    /// <summary>Panels per row: as many as there are panels with the same value of the numeric factor, where that fits.</summary>
    public static int Columns(ComparisonResults results, IReadOnlyList<string> points)
    {
        if (NumericFactor.Of(results.Comparison) is { } swept)
        {
            int[] counts = [.. points.CountBy(point => DesignPoint.Parse(point)[swept.Name] ?? "").Select(pair => pair.Value).Distinct()];
            if (counts is [2 or 3] && points.Count > 3)
                return counts[0];
        }
        return points.Count == 4 ? 2 : Math.Clamp(points.Count, 1, 3);
    }
}
