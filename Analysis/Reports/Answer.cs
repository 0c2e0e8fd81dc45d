using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Puts the paired comparisons into words, and says no more than they show.</summary>
/// <remarks>
/// A cause is named only where two architectures differ in exactly one factor. Where they differ in more, the difference belongs to the
/// package.
/// </remarks>
public static class Answer
{
    /// <summary>Larger shares are told as multiples: "45 times" is read, "4400 %" is not [1].</summary>
    private const double LargestPercent = 2;

    /// <summary>What a variant is called that has nothing of its own, beside other variants.</summary>
    private const string None = "only what both have";

    /// <summary>What a side is called that has nothing of its own.</summary>
    private const string Without = "without";

    /// <summary>Of smaller shares nobody wants to know how small they are [1].</summary>
    private const double LeastPercent = 1e-4;

    /// <summary>The total cost at both ends of all prices.</summary>
    private static readonly string[] PriceEnds = ["cost-total-low", "cost-total-high"];

    /// <summary>The answer for every two architectures with results, in the order of the file.</summary>
    public static IReadOnlyList<PairAnswer> Of(ComparisonResults results)
    {
        List<PairAnswer> answers = [];
        var names = results.Architectures;
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = i + 1; j < names.Count; j++)
                answers.Add(Of(results, names[i], names[j]));
        }
        return answers;
    }

    private static PairAnswer Of(ComparisonResults results, string a, string b)
    {
        var rows = Headline
            .Of(results)
            .Select(one =>
                (
                    one.Metric,
                    one.Relation,
                    Rows: results
                        .Differences.Where(row => row.A == a && row.B == b && row.Metric == one.Metric.Name && row.Relation == one.Relation)
                        .ToArray()
                )
            )
            .Where(one => one.Rows.Length > 0)
            .ToArray();
        if (rows.Length == 0)
            return new(a, b, $"{a} and {b} have no point in common at which both gave results.", []);
        return new(
            a,
            b,
            Lead(
                results,
                a,
                b,
                [
                    .. rows.SelectMany(one => one.Rows.Where(row => !IsBeyond(results, one.Metric, row)))
                        .Select(row => row.Verdict)
                        .Where(verdict => verdict != Verdict.TooFewMessages)
                        .Distinct(),
                ]
            ),
            [.. rows.Select(one => Sentence(results, one.Metric, one.Relation, a, b, one.Rows))]
        );
    }

    private static string Lead(ComparisonResults results, string a, string b, Verdict[] verdicts)
    {
        var difference = results.Comparison.Differences.FirstOrDefault(one => (one.A == a && one.B == b) || (one.A == b && one.B == a));
        if (difference is null || difference.Factors.Count == 0)
            return $"{a} and {b}: no factor is recorded in which they differ.";
        var swapped = difference.A == b;
        var factors = difference.Factors.Select(factor =>
        {
            var (left, right) = Parts(factor);
            return swapped ? $"{factor.Factor} ({right} against {left})" : $"{factor.Factor} ({left} against {right})";
        });
        if (difference.Factors is [var only])
            return $"{a} and {b} differ in one factor, {factors.Single()}. {Effect(results, only.Factor, verdicts)}";
        return $"{a} and {b} differ as a package, in {difference.Factors.Count} factors: {string.Join(", ", factors)}. "
            + "None of them alone can be named as the cause.";
    }

    /// <summary>What differs between two lists of things; what they have in common tells nothing.</summary>
    private static (string A, string B) Parts(FactorDifference factor)
    {
        string[][] Variants(string text) => [.. text.Split(" / ").Select(variant => variant.Split(", "))];
        var (a, b) = (Variants(factor.A), Variants(factor.B));
        var common = a.Concat(b).Select(variant => variant.AsEnumerable()).Aggregate(Enumerable.Intersect).ToHashSet();
        string Own(string[][] side)
        {
            var own = side.Select(variant => string.Join(", ", variant.Where(part => !common.Contains(part)))).Distinct();
            return string.Join(" / ", own.Select(text => text.Length == 0 ? None : text));
        }
        // A value in brackets is one thing, and so are lists that differ in their order only.
        return common.Count == 0 || (factor.A + factor.B).AsSpan().ContainsAny('[', '{') || Own(a) == Own(b) ? (factor.A, factor.B)
            : Own(a) == None ? (Without, $"with {Own(b)}")
            : Own(b) == None ? ($"with {Own(a)}", Without)
            : (Own(a), Own(b));
    }

    /// <summary>Three different things: the same, shown to be about the same, and not shown to differ.</summary>
    private static string Effect(ComparisonResults results, string factor, Verdict[] verdicts) =>
        verdicts.Length == 0 ? "Nothing was measured well enough to compare."
        : verdicts.Any(verdict => verdict is Verdict.ALower or Verdict.BLower) ? $"The differences below are because of {factor}."
        : verdicts.All(verdict => verdict is Verdict.Identical)
            ? $"Each of the figures below is the same in every replication: here, {factor} changes none of them."
        : verdicts.All(verdict => verdict is Verdict.Identical or Verdict.Equivalent)
            ? "All of the figures below are the same or equivalent within the margins told there."
        : "No significant difference was found in any of the figures below, which does not show that there is none.";

    private static string Sentence(ComparisonResults results, Metric metric, string relation, string a, string b, ComparisonRow[] rows)
    {
        var higherIsBetter = metric.Direction == MetricDirection.HigherIsBetter;
        var word = higherIsBetter ? "higher" : "lower";
        var beyond = rows.Where(row => IsBeyond(results, metric, row)).ToArray();
        var all = rows;
        rows = [.. rows.Except(beyond)];
        var aWins = rows.Where(row => row.Verdict == (higherIsBetter ? Verdict.BLower : Verdict.ALower)).ToArray();
        var bWins = rows.Where(row => row.Verdict == (higherIsBetter ? Verdict.ALower : Verdict.BLower)).ToArray();
        List<string> parts = [];
        if (aWins.Length > 0)
            parts.Add(
                $"{word} with {a}{At(results, aWins, all)}, {Told(results, metric, aWins, aWins: true)}{WithinMargin(results, aWins)}"
            );
        if (bWins.Length > 0)
            parts.Add(
                $"{word} with {b}{At(results, bWins, all)}, {Told(results, metric, bWins, aWins: false)}{WithinMargin(results, bWins)}"
            );
        if (beyond.Length > 0)
            parts.Add($"{Readable.Level(metric, double.MaxValue)} with both{At(results, beyond, all)}");
        AddCount(results, parts, rows, all, Verdict.Equivalent, $"equivalent within the margin of {Margin(results, all)}");
        AddCount(results, parts, rows, all, Verdict.NoSignificantDifference, "no significant difference", Possible(results, metric, all));
        AddCount(results, parts, rows, all, Verdict.Identical, "the same in every replication");
        AddCount(results, parts, rows, all, Verdict.NotEnoughReplications, "too few replications to tell");
        AddCount(
            results,
            parts,
            rows,
            all,
            Verdict.TooFewMessages,
            metric.IsShare
                ? $"too few {(metric.Name == "detections" ? "faults" : "messages")} for a share"
                : $"too few {(metric.Name == "detection-delay-p95" ? "faults" : "messages")} for a {metric.Title.Split(' ')[0]} percentile"
        );
        return $"{Headline.Title(metric, relation)}: {string.Join("; ", parts)}.{NotCounted(results, metric, relation, a, b)}{Prices(results, metric, a, b, all)}";
    }

    /// <summary>Whether both sides are larger than readers are told, so that nothing is to be said of their difference.</summary>
    private static bool IsBeyond(ComparisonResults results, Metric metric, ComparisonRow row) =>
        Mean(results, row, row.A) > metric.ToldUpTo && Mean(results, row, row.B) > metric.ToldUpTo;

    private static double? Mean(ComparisonResults results, ComparisonRow row, string architecture) =>
        results.Find(architecture, row.Point, row.Relation, row.Metric)?.Mean;

    /// <summary>How much; at least, where one side is larger than readers are told.</summary>
    private static string Told(ComparisonResults results, Metric metric, ComparisonRow[] rows, bool aWins)
    {
        var isCut = rows.Any(row => Math.Max(Mean(results, row, row.A) ?? 0, Mean(results, row, row.B) ?? 0) > metric.ToldUpTo);
        ComparisonRow Cut(ComparisonRow row)
        {
            if (Mean(results, row, row.A) is not { } a || Mean(results, row, row.B) is not { } b || Math.Max(a, b) <= metric.ToldUpTo)
                return row;
            var difference = Math.Min(a, metric.ToldUpTo) - Math.Min(b, metric.ToldUpTo);
            return row with { Difference = difference, Relative = difference / Math.Min(b, metric.ToldUpTo) };
        }

        return (isCut ? "at least " : "") + Amount(metric, [.. rows.Select(Cut)], aWins);
    }

    private static void AddCount(
        ComparisonResults results,
        List<string> parts,
        ComparisonRow[] rows,
        ComparisonRow[] all,
        Verdict verdict,
        string words,
        string more = ""
    )
    {
        var chosen = rows.Where(row => row.Verdict == verdict).ToArray();
        if (chosen.Length > 0)
            parts.Add(words + At(results, chosen, all) + more);
    }

    private static string Margin(ComparisonResults results) => $"{Readable.Significant((results.Comparison.Margin ?? 0) * 100)}\u00A0%";

    /// <summary>A share has a margin of its own, in percentage points: where something is required, a part of what may be missing.</summary>
    private static string Margin(ComparisonResults results, ComparisonRow[] rows) =>
        MetricTable.Find(rows[0].Metric).IsShare && rows[0].Margin is { } margin
            ? $"{Readable.Significant(margin * 100)} percentage points"
            : Margin(results);

    private static string WithinMargin(ComparisonResults results, ComparisonRow[] rows) =>
        rows.All(row => row.EquivalenceP < 1 - Summary.Confidence) ? $", which is within the margin of {Margin(results, rows)}" : "";

    /// <summary>How large a difference the replications leave possible where they show none: without it, "none found" may mean anything.</summary>
    private static string Possible(ComparisonResults results, Metric metric, ComparisonRow[] rows)
    {
        ComparisonRow[] open =
        [
            .. rows.Where(row =>
                row is { Verdict: Verdict.NoSignificantDifference, Low: not null, High: not null } && !IsBeyond(results, metric, row)
            ),
        ];
        if (open.Length == 0)
            return "";
        // Told from the lower side, so that it may be many times as much; the other way round it would seem to be less than nothing.
        string? Above(string lower, Func<ComparisonRow, double> by)
        {
            var reach = open.Select(row => (By: by(row), Of: Math.Abs(results.Find(lower, row.Point, row.Relation, row.Metric)?.Mean ?? 0)))
                .ToArray();
            return reach.All(one => one.By <= 0) ? null
                : metric.IsShare ? $"{Readable.Significant(Math.Min(reach.Max(one => one.By), 1) * 100)} percentage points higher"
                : reach.All(one => one.Of > 0) ? Reach(reach.Max(one => one.By / one.Of))
                : $"{Readable.Value(metric, reach.Max(one => one.By))} higher";
        }

        string Up(string? by, string with) => by is null ? $"nothing more with {with}" : $"up to {by} with {with}";
        var (a, b) = (rows[0].A, rows[0].B);
        var (withA, withB) = (Above(b, row => row.High!.Value), Above(a, row => -row.Low!.Value));
        // An interval beside 0 points one way, though its p value does not pass once all key metrics are corrected together.
        return open.All(row => row.Low > 0)
                ? $" once all key figures are corrected together, though each interval alone has it higher with {a} (up to {withA})"
            : open.All(row => row.High < 0)
                ? $" once all key figures are corrected together, though each interval alone has it higher with {b} (up to {withB})"
            : $" ({Up(withA, a)} and {Up(withB, b)} remain possible)";
    }

    private static string At(ComparisonResults results, ComparisonRow[] chosen, ComparisonRow[] all) =>
        PointNames.At(results.Comparison, [.. chosen.Select(row => row.Point)], [.. all.Select(row => row.Point)]);

    /// <summary>Prices are known within ranges: whether the order is the same at both ends of all of them.</summary>
    private static string Prices(ComparisonResults results, Metric metric, string a, string b, ComparisonRow[] rows)
    {
        if (metric.Name != MetricTable.TotalCost)
            return "";
        int? Order(string name, string point) =>
            results.Find(a, point, "", name) is { } left && results.Find(b, point, "", name) is { } right
                ? left.Mean.CompareTo(right.Mean)
                : null;
        var turned = rows.Where(row =>
                Order(metric.Name, row.Point) is { } mid && PriceEnds.Any(end => Order(end, row.Point) is { } other && other != mid)
            )
            .ToArray();
        var order =
            turned.Length == 0
                ? " The order is the same with all prices low and with all prices high."
                : $" With all prices low, or all high, the order is another{At(results, turned, rows)}.";
        var apart = rows.Where(row => row.Verdict is Verdict.ALower or Verdict.BLower).Select(row => row.Point);
        return order + CostGap.Sentence(results, a, b, apart);
    }

    /// <summary>A sum over a whole architecture stands against one of another size as far as both count alike; where not, the reader must see it here.</summary>
    private static string NotCounted(ComparisonResults results, Metric metric, string relation, string a, string b)
    {
        if (relation.Length > 0)
            return "";
        IReadOnlyList<string> Of(string name) =>
            results.Comparison.Architectures.First(one => one.Name == name) is var architecture && metric.Name == "energy-per-day"
                ? architecture.Unmetered ?? []
            : metric.Name is "components" or "single-points-of-failure" ? architecture.Uncounted ?? []
            : [];
        var (left, right) = (Of(a), Of(b));
        return left.Count + right.Count == 0 ? ""
            : left.SequenceEqual(right) ? $" Not counted on either side: {string.Join(", ", left)}."
            : $" Not counted: {string.Join("; ", Missing(a, left).Concat(Missing(b, right)))}.";
    }

    private static IEnumerable<string> Missing(string architecture, IReadOnlyList<string> parts) =>
        parts.Count == 0 ? [] : [$"with {architecture}, {string.Join(", ", parts)}"];

    /// <summary>How much: in percentage points for shares, else in percent of the other side, from the smallest to the largest.</summary>
    private static string Amount(Metric metric, ComparisonRow[] rows, bool aWins)
    {
        if (metric.IsShare)
        {
            var points = rows.Select(row => Math.Abs(row.Difference) * 100).Order().ToArray();
            return $"by {Range(Readable.Significant(points[0]), Readable.Significant(points[^1]))} percentage points";
        }
        // Relative is (A - B) / B; seen from the other side it is (B - A) / A.
        double[] shares =
        [
            .. rows.Where(row => row.Relative is not (null or -1))
                .Select(row => Math.Abs(aWins ? row.Relative!.Value : row.Relative!.Value / (1 + row.Relative.Value)))
                .Order(),
        ];
        if (shares.Length < rows.Length)
        {
            var values = rows.Select(row => Math.Abs(row.Difference)).Order().ToArray();
            return $"by {Range(Readable.Value(metric, values[0]), Readable.Value(metric, values[^1]))}";
        }
        return shares[^1] > LargestPercent ? $"{Range(Times(shares[0]), Times(shares[^1]))} times as much"
            : shares[^1] < LeastPercent ? "by less than 0.01 %"
            : $"by {Range(Readable.Percent(shares[0]), Readable.Percent(shares[^1]))}";
    }

    private static string Times(double more) => Readable.Significant(more >= 9 ? Math.Round(1 + more) : Math.Round(1 + more, 1));

    private static string Reach(double share) =>
        share > LargestPercent ? $"{Times(share)} times as much" : $"{Readable.Percent(share)} higher";

    private static string Range(string low, string high) => low == high ? low : $"{low} to {high}";
}
