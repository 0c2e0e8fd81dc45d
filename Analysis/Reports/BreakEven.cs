using System.Globalization;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Figures;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Says from which size of a fleet on something else is the cheapest.</summary>
/// <remarks>Between two sizes that were run, costs are taken to lie on a straight line; gateways come in whole numbers, so the true place may differ.</remarks>
public static class BreakEven
{
    private const string Fleet = ".count";

    /// <summary>A longer list is read by nobody; the figure shows it.</summary>
    private const int MostOthers = 4;

    /// <summary>A sentence for each panel of curves over a fleet's size; none where no fleet is swept.</summary>
    public static IReadOnlyList<string> Sentences(ComparisonResults results)
    {
        if (
            results
                .Comparison.Factors.Where(one => one.Name.EndsWith(Fleet, StringComparison.Ordinal))
                .Select(NumericFactor.Read)
                .FirstOrDefault(one => one is not null)
            is not { } factor
        )
            return [];
        return
        [
            .. Contrast
                .Of(results)
                .SelectMany(contrast =>
                    Costs(results)
                        .GroupBy(row => contrast.PanelOf(row.Architecture, row.Point, factor.Name))
                        .Select(panel => Sentence(contrast, factor, panel.Key, [.. panel]))
                        .OfType<string>()
                ),
        ];
    }

    /// <summary>Where two straight lines through costs at two sizes cross; null if they do not between them.</summary>
    /// <param name="from">The smaller size and the costs there.</param>
    /// <param name="to">The larger size and the costs there.</param>
    public static double? Crossing((double Size, double A, double B) from, (double Size, double A, double B) to)
    {
        var (before, after) = (from.A - from.B, to.A - to.B);
        return before * after < 0 ? from.Size + (to.Size - from.Size) * before / (before - after) : null;
    }

    private static IEnumerable<SummaryRow> Costs(ComparisonResults results) =>
        results.Means.Where(row => row.Metric == MetricTable.TotalCost);

    private static string? Sentence(Contrast contrast, NumericFactor factor, PanelKey panel, IReadOnlyList<SummaryRow> rows)
    {
        var sizes = factor
            .Values.Select(value =>
                (
                    value.Value,
                    Costs: rows.Where(row => DesignPoint.Parse(row.Point)[factor.Name] == value.Text)
                        .ToDictionary(row => contrast.CurveOf(row.Architecture, row.Point), row => row.Mean)
                )
            )
            .Where(size => size.Costs.Count > 1)
            .ToArray();
        if (sizes.Length < 2)
            return null;
        List<string> parts = [];
        // Equal costs are nobody's advantage.
        if (sizes.All(size => size.Costs.Values.Distinct().Count() == 1))
            return $"Break-even{In(panel)}: {string.Join(" and ", contrast.Curves.Where(sizes[0].Costs.ContainsKey))} cost the same at every {factor.Name}.";
        var cheapest = sizes.Select(size => contrast.Curves.Where(size.Costs.ContainsKey).MinBy(curve => size.Costs[curve])!).ToArray();
        parts.Add(cheapest[0]);
        for (var i = 1; i < sizes.Length; i++)
        {
            if (cheapest[i] == cheapest[i - 1])
                continue;
            var (a, b) = (cheapest[i - 1], cheapest[i]);
            var at =
                sizes[i - 1].Costs.TryGetValue(b, out var earlier) && sizes[i].Costs.TryGetValue(a, out var later)
                    ? Crossing((sizes[i - 1].Value, sizes[i - 1].Costs[a], earlier), (sizes[i].Value, later, sizes[i].Costs[b]))
                    : null;
            var between = $"between {Number(sizes[i - 1].Value)} and {Number(sizes[i].Value)}";
            parts[^1] += at is { } size ? $" up to about {Number(Math.Ceiling(size))} ({between})" : $" up to somewhere {between}";
            parts.Add(b);
        }
        var others = Others(contrast, sizes, cheapest);
        var ends = $"{factor.Name} from {Number(sizes[0].Value)} to {Number(sizes[^1].Value)}";
        return parts.Count == 1
            ? $"Break-even{In(panel)}: none for {ends}; {parts[0]} is the cheapest throughout, at mid prices.{others}"
            : $"Break-even{In(panel)}, {ends}, at mid prices: the cheapest is {string.Join(", then ", parts)}.{others}";
    }

    /// <summary>Where two cross of which neither is the cheapest.</summary>
    private static string Others(Contrast contrast, (double Value, Dictionary<string, double> Costs)[] sizes, string[] cheapest)
    {
        List<string> crossings = [];
        for (var i = 1; i < sizes.Length; i++)
        {
            var (from, to) = (sizes[i - 1], sizes[i]);
            string[] both = [.. contrast.Curves.Where(curve => from.Costs.ContainsKey(curve) && to.Costs.ContainsKey(curve))];
            foreach (var (a, b) in both.SelectMany((a, place) => both.Skip(place + 1).Select(b => (a, b))))
            {
                var isTold =
                    cheapest[i] != cheapest[i - 1]
                    && new[] { a, b }
                        .Order(StringComparer.Ordinal)
                        .SequenceEqual(new[] { cheapest[i - 1], cheapest[i] }.Order(StringComparer.Ordinal));
                if (!isTold && Crossing((from.Value, from.Costs[a], from.Costs[b]), (to.Value, to.Costs[a], to.Costs[b])) is { } size)
                    crossings.Add($"{a} and {b} at about {Number(Math.Ceiling(size))}");
            }
        }
        return crossings.Count == 0 ? "" : $" Beyond that, equal in cost are {string.Join(", ", crossings.Take(MostOthers))}.";
    }

    private static string In(PanelKey panel) => panel.Title.Length == 0 ? "" : $" for {panel.Title}";

    private static string Number(double value) =>
        value == Math.Floor(value) ? Readable.Fixed(value, 0) : value.ToString("0.##", CultureInfo.InvariantCulture);
}
