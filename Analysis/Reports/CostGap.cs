using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Says which prices make up a difference in total cost: whoever disputes it needs to know which.</summary>
internal static class CostGap
{
    /// <summary>Prices that are named; the others are told together.</summary>
    private const int Most = 5;

    /// <summary>Prices with less of the sum of all differences than this are not named [1].</summary>
    private const double Least = 0.02;

    /// <summary>What of the bill differs at the last of some points, with a space before it; empty where nothing does, or where there are no bills.</summary>
    /// <param name="results">The comparison.</param>
    /// <param name="a">One architecture.</param>
    /// <param name="b">The other; differences are told as what it pays more.</param>
    /// <param name="points">Points at which total costs differ.</param>
    public static string Sentence(ComparisonResults results, string a, string b, IEnumerable<string> points)
    {
        if (results.Points.LastOrDefault(points.Contains) is not { } point)
            return "";
        var (left, right) = (Items(results, a, point), Items(results, b, point));
        (string Item, double More)[] gaps =
        [
            .. left
                .Keys.Union(right.Keys)
                .Select(item => (item, right.GetValueOrDefault(item) - left.GetValueOrDefault(item)))
                .OrderByDescending(gap => Math.Abs(gap.Item2))
                .ThenBy(gap => gap.item, StringComparer.Ordinal),
        ];
        var all = gaps.Sum(gap => Math.Abs(gap.More));
        if (all <= 0)
            return "";
        var named = gaps.Take(Most).Where(gap => Math.Abs(gap.More) >= Least * all).ToArray();
        var rest = gaps.Skip(named.Length).Sum(gap => gap.More);
        string[] parts = [.. named.Select(gap => $"{gap.Item} {Signed(gap.More)}"), .. Rest(rest, all)];
        var at = results.Points.Count > 1 ? $" (at {Readable.Point(point)})" : "";
        return $" In the bill of {b} against that of {a}{at}: {string.Join(", ", parts)}.";
    }

    private static IEnumerable<string> Rest(double rest, double all) => Math.Abs(rest) < 1e-6 * all ? [] : [$"all else {Signed(rest)}"];

    private static string Signed(double euro) =>
        $"{(euro < 0 ? "−" : "+")}{Readable.Value(MetricTable.Find(MetricTable.TotalCost), Math.Abs(euro))}";

    /// <summary>Mean total over the replications for each price [EUR].</summary>
    private static Dictionary<string, double> Items(ComparisonResults results, string architecture, string point)
    {
        var rows = results.Costs.Where(row => row.Architecture == architecture && row.Point == point).ToArray();
        var replications = rows.Select(row => row.Replication).Distinct().Count();
        return rows.GroupBy(row => row.Item).ToDictionary(item => item.Key, item => item.Sum(row => row.TotalMid) / replications);
    }
}
