using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Decisions;

/// <summary>Sets the families of one comparison side by side, and says no more than results show.</summary>
internal static class DecisionAnswer
{
    /// <summary>What to make of the cells of a comparison, in sentences.</summary>
    public static string Of(IReadOnlyList<DecisionCell> cells)
    {
        DecisionCell[] compared = [.. cells.Where(cell => cell.Best is not null)];
        if (compared.Length < 2)
            return compared.Length == 0 ? "Nothing was measured." : $"Only {compared[0].Family} was compared.";
        DecisionCell[] meeting = [.. compared.Where(cell => cell.Verdict == DecisionVerdict.Meets)];
        var words = meeting.Length switch
        {
            0 when compared.All(cell => cell.Verdict == DecisionVerdict.NotJudged) => "Nothing is required, so the figures decide.",
            0 => "No family has a design that is shown to meet everything.",
            1 => $"Only {meeting[0].Family} has a design that is shown to meet everything.",
            _ => $"{string.Join(" and ", meeting.Select(cell => cell.Family))} have designs that meet everything.",
        };
        return $"{words} {Cost(meeting.Length > 1 ? meeting : compared)}".TrimEnd();
    }

    /// <summary>Who is cheaper, where the best designs met the same need.</summary>
    private static string Cost(DecisionCell[] cells)
    {
        var cheapest = cells.OrderBy(cell => cell.Best!.CostPerMessage ?? double.MaxValue).First();
        return string.Join(" ", cells.Where(cell => cell != cheapest).Select(cell => Between(cheapest, cell, cells.Length - 1)));
    }

    private static string Between(DecisionCell a, DecisionCell b, int sentences)
    {
        if (Need(a) != Need(b))
            return $"Figures of {a.Family} and {b.Family} are not compared: they are of different needs{At(Need(a))} and{At(Need(b))}.";
        var (mine, other) = (a.Cost?.Mean, b.Cost?.Mean);
        var cost =
            mine is not { } x || other is not { } y
                ? $"What {a.Family} and {b.Family} cost is not known on both sides."
                : IsClear(a, b, sentences) switch
                {
                    true =>
                        $"{(x < y ? a : b).Family} costs {Readable.Percent(1 - (Math.Min(x, y) / Math.Max(x, y)))} less than {(x < y ? b : a).Family}{At(Need(a))}{Within(a.Comparison, x, y)}.",
                    false when x == y => $"{a.Family} and {b.Family} cost the same{At(Need(a))}.",
                    false => $"{a.Family} and {b.Family} show no significant difference in cost{At(Need(a))}.",
                    null => $"Whether {a.Family} or {b.Family} costs less{At(Need(a))}, too few replications tell.",
                };
        return cost + Differing(a.Best!, b.Best!);
    }

    /// <summary>A difference that the comparison's own margin calls none is told as such.</summary>
    private static string Within(ComparisonManifest comparison, double x, double y) =>
        comparison.Margin is { } margin && Math.Abs(x - y) <= margin * Math.Min(x, y)
            ? $", which is within the margin of {Readable.Percent(margin)}"
            : "";

    /// <summary>Whether the replications tell the total costs apart; null where there is one only. At one point it is the paired comparison of the tables, else a pair of cells of the same luck, as strict as there are sentences (Bonferroni).</summary>
    private static bool? IsClear(DecisionCell a, DecisionCell b, int sentences)
    {
        var (left, right) = (a.Best!.Architecture, b.Best!.Architecture);
        if (a.Point == b.Point && left != right)
        {
            var verdict = a
                .Best.Results.Differences.FirstOrDefault(one =>
                    one.Metric == MetricTable.TotalCost
                    && one.Point == a.Point
                    && ((one.A == left && one.B == right) || (one.A == right && one.B == left))
                )
                ?.Verdict;
            return verdict is null or Verdict.NotEnoughReplications ? null : verdict is Verdict.ALower or Verdict.BLower;
        }
        var pairs = Costs(a).Join(Costs(b), x => x.Replication, y => y.Replication, (x, y) => (A: x.Value, B: y.Value)).ToArray();
        return pairs.Length < 2
            ? null
            : PairedDifference.Of([.. pairs.Select(pair => pair.A)], [.. pairs.Select(pair => pair.B)], Summary.Confidence) is var found
                && !found.Identical
                && found.P < (1 - Summary.Confidence) / sentences;
    }

    private static IEnumerable<RunRow> Costs(DecisionCell cell) =>
        cell.Best!.Results.Runs.Where(run =>
            run.Architecture == cell.Best.Architecture
            && run.Point == cell.Point
            && run.Metric == MetricTable.TotalCost
            && run.Relation.Length == 0
        );

    /// <summary>In what two designs differ: architectures as the manifest says, and choices.</summary>
    private static string Differing(Design a, Design b)
    {
        var (left, right) = (a.Architecture, b.Architecture);
        string[] factors =
        [
            .. a.Results.Comparison.Differences.FirstOrDefault(one =>
                    (one.A == left && one.B == right) || (one.A == right && one.B == left)
                )
                ?.Factors.Select(one => one.Factor)
                ?? [],
            .. a.Parameters.Values.Where(choice => b.Parameters[choice.Factor] != choice.Value).Select(choice => choice.Factor),
        ];
        return factors switch
        {
            [] => "",
            [var only] => $" They differ in one factor, {only}.",
            _ => $" They differ as a package, in {factors.Length} factors.",
        };
    }

    /// <summary>What was given where the figures of a cell hold.</summary>
    private static string Need(DecisionCell cell) => DesignPoint.Parse(cell.Point).Only(cell.Comparison.IsGiven).ToString();

    private static string At(string point) => point.Length == 0 ? "" : $" at {Readable.Point(point)}";
}
