using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Decisions;

/// <summary>Sets the families side by side, and says no more than results show.</summary>
internal static class DecisionAnswer
{
    /// <summary>What to make of the cells of a job, in sentences.</summary>
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

    /// <summary>Who is cheaper, where the best designs met each other at the same point.</summary>
    private static string Cost(DecisionCell[] cells)
    {
        var cheapest = cells.OrderBy(cell => cell.Best!.CostPerMessage ?? double.MaxValue).First();
        return string.Join(
            " ",
            cells.Where(cell => cell != cheapest).Select(cell => Between(cheapest, cell)).Where(sentence => sentence.Length > 0)
        );
    }

    private static string Between(DecisionCell a, DecisionCell b)
    {
        if (a.Best!.Results != b.Best!.Results || a.Point != b.Point)
            return $"The designs of {a.Family} and {b.Family} did not run side by side, so their figures are not to be compared.";
        var (left, right) = (a.Best.Architecture, b.Best.Architecture);
        var package =
            a.Best.Results.Comparison.Differences.FirstOrDefault(one =>
                (one.A == left && one.B == right) || (one.A == right && one.B == left)
            )
                is not { } difference
                ? ""
            : difference.Factors is [var only] ? $" They differ in one factor, {only.Factor}."
            : $" They differ as a package, in {difference.Factors.Count} factors.";
        var row = a.Best.Results.Differences.FirstOrDefault(one =>
            one.Metric == MetricTable.TotalCost
            && one.Point == a.Point
            && ((one.A == left && one.B == right) || (one.A == right && one.B == left))
        );
        var (mine, other) = (a.Cost?.Mean, b.Cost?.Mean);
        var cost =
            row is null || mine is null || other is null ? $"Their cost is not known on both sides."
            : row.Verdict is Verdict.ALower or Verdict.BLower
                ? $"{(mine < other ? a : b).Family} costs {Readable.Percent(1 - (Math.Min(mine.Value, other.Value) / Math.Max(mine.Value, other.Value)))} less than {(mine < other ? b : a).Family}{At(a.Point)}."
            : row.Verdict == Verdict.Identical ? $"{a.Family} and {b.Family} cost the same{At(a.Point)}."
            : $"{a.Family} and {b.Family} show no significant difference in cost{At(a.Point)}.";
        return cost + package;
    }

    private static string At(string point) => point.Length == 0 ? "" : $" at {Readable.Point(point)}";
}
