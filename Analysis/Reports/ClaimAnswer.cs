using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Puts the verdict on a claim into words.</summary>
public static class ClaimAnswer
{
    /// <summary>The claim with its verdict, as one line.</summary>
    public static string Headline(ComparisonResults results, ClaimTest test)
    {
        var claim = test.Claim;
        var saying = claim.Quote is { } quote ? $" (\"{quote}\"{(claim.Source is { } source ? $", {source}" : "")})" : "";
        return $"{claim.Name}{saying}: {Verdict(results, test)}{(test.Box is { } box ? $"; {BoxAnswer.Share(test, box)}" : "")}.";
    }

    /// <summary>What it rests on: the condition, the causes, and the differences point by point.</summary>
    public static IReadOnlyList<string> Details(ComparisonResults results, ClaimTest test)
    {
        var tests = test.Points.Count * test.Condition.Parts.Count;
        return
        [
            $"Holds if {test.Claim.HoldsIf}, by {Margin(test)}. Written down before this run ({test.Claim.Hash[..12]}).",
            .. ClaimCause.Of(test, results.Comparison),
            .. Findings(test),
            .. FalseAlarmWords.Of(results, test),
            .. BoxAnswer.Sentences(test),
            $"Intervals of paired differences that hold {(tests == 1 ? "with 95 %" : $"all {tests} at once with 95 % (Bonferroni)")}{Tables.Indicative(results)}.",
        ];
    }

    /// <summary>The verdicts and differences, point by point and part by part.</summary>
    public static IReadOnlyList<string> Findings(ClaimTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return [.. Unreachable(test), .. test.Rows.Select(row => $"{Place(row, test)}: {Word(row.Verdict)}{Interval(row, test)}")];
    }

    /// <summary>A margin that nothing can exceed decides the claim before anything is run.</summary>
    private static IEnumerable<string> Unreachable(ClaimTest test) =>
        from part in test.Condition.Parts.Index()
        where test.LargestSide(part.Item) is > 0 and { } side && side < test.Claim.Margin
        select $"The margin is above both sides of {PartWords.Of(test.Condition, part.Index + 1)} everywhere, so no difference exceeds it: "
            + (part.Item.Relation == ClaimRelation.Equal ? "this could not have been refuted" : "this could not have been supported");

    /// <summary>A verdict as a reader meets it.</summary>
    public static string Word(ClaimVerdict verdict) =>
        verdict switch
        {
            ClaimVerdict.Supported => "supported",
            ClaimVerdict.Refuted => "refuted",
            ClaimVerdict.Depends => "depends",
            ClaimVerdict.Undecided => "undecided",
            ClaimVerdict.Infeasible => "infeasible",
            _ => "not measured",
        };

    /// <summary>The verdict; where it is not the same everywhere, what became of it where.</summary>
    internal static string Verdict(ComparisonResults results, ClaimTest test)
    {
        var places = test.Points.ToLookup(test.At);
        var where = Enum.GetValues<ClaimVerdict>()
            .Where(verdict => places[verdict].Any())
            .Select(verdict => Word(verdict) + PointNames.At(results.Comparison, [.. places[verdict]], test.Points))
            .ToArray();
        return where.Length == 1 ? where[0] : $"{Word(test.Overall)} ({string.Join("; ", where)})";
    }

    private static string Place(ClaimRow row, ClaimTest test) =>
        (row.Point.Length == 0 ? "everywhere" : Readable.Point(row.Point))
        + (test.Condition.Parts.Count == 1 ? "" : $", {PartWords.Of(test.Condition, row.Part)}");

    private static string Interval(ClaimRow row, ClaimTest test) =>
        Difference(row, test) is { } text
            ? $", {PartWords.Sides(test.Condition.Parts[row.Part - 1])} {text}{(row.EffectSize is { } effect ? $", {Readable.Significant(effect)} standard deviations between replications" : "")}{Same(row, test)}{Cut(row, test)}{Short(row, test)}"
            : "";

    /// <summary>What is alike to the last digit under every luck is no measured equality: both sides are the same model, or both at the end of their range.</summary>
    private static string Same(ClaimRow row, ClaimTest test) =>
        row is not { Difference: 0, EffectSize: null, Replications: > 1 } ? ""
        : test.IsBeyond(row) ? $", as all sides are {Longest(row, test)}"
        : ", the same in every replication";

    /// <summary>A difference to a life that is told as "more than" is at least that.</summary>
    private static string Cut(ClaimRow row, ClaimTest test) =>
        test.IsCut(row) && !test.IsBeyond(row) ? $" at least, as one side is {Longest(row, test)}" : "";

    private static string Longest(ClaimRow row, ClaimTest test) =>
        Readable.Level(MetricTable.Find(test.Condition.Parts[row.Part - 1].Terms[0].Metric), double.MaxValue);

    /// <summary>A claim that is refuted by its margin alone would otherwise read as its opposite.</summary>
    private static string Short(ClaimRow row, ClaimTest test)
    {
        var relation = test.Condition.Parts[row.Part - 1].Relation;
        var isThatWay = (relation == ClaimRelation.Below && row.High < 0) || (relation == ClaimRelation.Above && row.Low > 0);
        return row.Verdict is ClaimVerdict.Refuted or ClaimVerdict.Undecided && isThatWay
            ? $": {(relation == ClaimRelation.Below ? "lower" : "higher")} as claimed, but {(row.Verdict == ClaimVerdict.Refuted ? "by less than" : "not surely by")} the {Margin(test)} that matters"
            : "";
    }

    /// <summary>The difference with its interval and unit; null where it was not measured.</summary>
    internal static string? Difference(ClaimRow row, ClaimTest test)
    {
        if (row.Difference is not { } difference)
            return null;
        var scale = ColumnScale.Of(
            MetricTable.Find(test.Condition.Parts[row.Part - 1].Terms[0].Metric),
            [difference, row.Low ?? difference, row.High ?? difference]
        );
        return scale.LevelWithUnit(difference, row.Low, row.High);
    }

    /// <summary>The margin in words.</summary>
    internal static string Margin(ClaimTest test) =>
        test.Claim.Margin == 0
            ? "any difference"
            : $"{(test.Condition.Parts.All(part => part.Relation == ClaimRelation.Equal) ? "at most " : "")}{Readable.Significant(test.Claim.Margin)} {test.Rows[0].Unit}".TrimEnd();
}
