using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Names some of the points of a sweep, such as "at meter.count 100 with lorawan-eu868".</summary>
internal static class PointNames
{
    /// <summary>A longer list is read by nobody; the tables hold it.</summary>
    private const int MostBlocks = 3;

    /// <summary>Where something holds; begins with a blank, and is empty where there is only one point.</summary>
    /// <param name="comparison">The comparison, for its factors.</param>
    /// <param name="chosen">The points where it holds; at least one.</param>
    /// <param name="all">The points at which it could.</param>
    public static string At(ComparisonManifest comparison, IReadOnlyCollection<string> chosen, IReadOnlyCollection<string> all)
    {
        if (all.Count == 1)
            return "";
        if (chosen.Count == all.Count)
            return $" at all {all.Count} points";
        string[] factors = [.. comparison.Factors.Select(factor => factor.Name)];
        string[][] grid = [.. all.Select(point => Values(factors, point))];
        var blocks = Blocks(grid, [.. chosen.Select(point => Values(factors, point))]);
        return blocks.Length > MostBlocks
            ? $" at {chosen.Count} of {all.Count} points"
            : string.Join(" and", blocks.Select(block => Text(factors, grid, block)));
    }

    private static string[] Values(string[] factors, string point)
    {
        var parsed = DesignPoint.Parse(point);
        return [.. factors.Select(factor => parsed[factor] ?? "")];
    }

    /// <summary>The points as few blocks, each holding every point of the grid with one of its values of each factor.</summary>
    private static string[][][] Blocks(string[][] grid, string[][] points)
    {
        string[][] block = [.. Enumerable.Range(0, points[0].Length).Select(i => points.Select(point => point[i]).Distinct().ToArray())];
        if (grid.Count(point => point.Index().All(value => block[value.Index].Contains(value.Item))) == points.Length)
            return [block];
        return Enumerable
            .Range(0, block.Length)
            .Select(i => points.GroupBy(point => point[i]).GroupBy(slice => Rest(slice, i), slice => slice.ToArray()).ToArray())
            .Where(parts => parts.Length > 1)
            .Select(parts => parts.SelectMany(part => Blocks(grid, [.. part.SelectMany(slice => slice)])).ToArray())
            .MinBy(blocks => blocks.Length)!;
    }

    private static string Rest(IEnumerable<string[]> points, int without) =>
        string.Join(';', points.Select(point => string.Join(',', point.Where((_, i) => i != without))).Order(StringComparer.Ordinal));

    private static string Text(string[] factors, string[][] grid, string[][] block)
    {
        var named = factors
            .Index()
            .Where(factor => block[factor.Index].Length < grid.Select(point => point[factor.Index]).Distinct().Count())
            .Select(factor =>
                (Name: factor.Item, Values: block[factor.Index].Select(value => Readable.Point($"{factor.Item}={value}")).ToArray())
            )
            // Numbers carry the name of their factor, words speak for themselves.
            .ToLookup(factor => factor.Values[0].StartsWith(factor.Name + "\u00A0", StringComparison.Ordinal));
        var numbers = named[true]
            .Select(factor => Listed([factor.Values[0], .. factor.Values.Skip(1).Select(value => value[(factor.Name.Length + 1)..])]));
        var words = named[false].Select(factor => Listed(factor.Values));
        return (named[true].Any() ? $" at {string.Join(", ", numbers)}" : "")
            + (named[false].Any() ? $" with {string.Join(", ", words)}" : "");
    }

    private static string Listed(string[] values) =>
        values.Length == 1 ? values[0] : $"{string.Join(", ", values.SkipLast(1))} or {values[^1]}";
}
