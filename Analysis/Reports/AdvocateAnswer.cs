using M2mVsIoTSim.Analysis.Advocates;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Says which design each family would send, and how the champions compare.</summary>
public static class AdvocateAnswer
{
    private const int MostFailures = 3;

    /// <summary>For each need: where, and sentences on its champions and their duels; empty where there is one family only.</summary>
    public static IReadOnlyList<(string Place, IReadOnlyList<string> Sentences)> Of(ComparisonResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return
        [
            .. Contests
                .Of(results)
                .All.Select(contest =>
                    (
                        contest.Place.Length == 0 ? "" : Readable.Point(contest.Place),
                        (IReadOnlyList<string>)
                            [
                                .. contest.Champions.Select(champion => Sentence(results, champion)),
                                .. contest.Duels.Select(duel => Sentence(results, duel)),
                                .. Budget(results, contest),
                            ]
                    )
                ),
        ];
    }

    /// <summary>How champions are found.</summary>
    public static string Method(ComparisonResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var contests = Contests.Of(results);
        string[] conditions =
        [
            .. results.Comparison.Factors.Where(factor => factor is { IsCondition: true, Values.Count: > 1 }).Select(factor => factor.Name),
        ];
        var parted = contests.IsParted
            ? $"They were chosen on replications {List(contests.Replications, 0)} and are compared on {List(contests.Replications, 1)}, so that being chosen does not flatter them."
            : $"They were chosen and are compared on the same {contests.Replications.Count} replications, which are too few to part: being chosen flatters them a little.";
        return "The best design of each family for the same need: the cheapest (total cost for each device, ties by components) that is shown to meet every requirement"
            + $"{(conditions.Length > 0 ? $" at all values of {string.Join(" and ", conditions)}" : "")}"
            + $"{(results.Requirements.Count == 0 ? " (this job states none)" : "")}, under the same budget. {parted} "
            + "Differences are paired, and those of two champions are corrected together after Holm.";
    }

    private static string List(IReadOnlyList<int> replications, int rest) => string.Join(", ", replications.Where((_, i) => i % 2 == rest));

    private static string Sentence(ComparisonResults results, Champion champion)
    {
        var failures = string.Join(
            "; ",
            champion
                .Failures.GroupBy(one => one.Failure, one => Text(results, one.Design))
                .Select(alike =>
                    alike.Count() > MostFailures
                        ? $"{string.Join(", ", alike.Take(MostFailures - 1))} and {alike.Count() - MostFailures + 1} more: {alike.Key}"
                        : $"{string.Join(", ", alike)}: {alike.Key}"
                )
        );
        var budget = results.Comparison.BudgetEuroPerDeviceAndYear is null ? "" : " within the budget";
        return champion is { Design: { } design, Cost: { } cost }
            ? $"{champion.Family} sends {Text(results, design)}, at {Readable.Significant(cost)}\u00A0EUR per device and year: {Count(champion)}."
            : $"{champion.Family} has no design that is shown to meet everything{budget}: {failures}.{Candidate(results, champion)}";
    }

    /// <summary>A design without what belongs to the job, which is told before.</summary>
    private static string Text(ComparisonResults results, DesignCell design) =>
        (design with { Point = DesignPoint.Parse(design.Point).Only(factor => !results.Comparison.IsOfJob(factor)).ToString() }).Text;

    private static string Candidate(ComparisonResults results, Champion champion) =>
        champion is not { Candidate: { } design, CandidateShortfall: { } shortfall } ? ""
        : shortfall is { Of: { } required, Text: var measured }
            ? $" The closest is {Text(results, design)}: at worst {measured}, where {required.Demand}."
        : $" The closest is {Text(results, design)}, whose means miss nothing; more replications would tell.";

    private static string Count(Champion champion) =>
        champion.Tried == 1 ? "its only design, which meets everything"
        : champion.Fit == 1 ? $"of its {champion.Tried} designs the only one that is shown to meet everything"
        : champion.Fit == champion.Tried ? $"the cheapest of its {champion.Tried} designs, which all meet everything"
        : $"the cheapest of the {champion.Fit} that are shown to meet everything, of its {champion.Tried} designs";

    private static string Sentence(ComparisonResults results, Duel duel)
    {
        List<string> parts = [];
        parts.AddRange(
            duel.Findings.Where(finding => finding.IsCut)
                .Select(finding =>
                    $"{Headline.Title(finding.Metric, finding.Relation)}: {Readable.Level(finding.Metric, finding.B)} against {Readable.Level(finding.Metric, finding.A)}"
                )
        );
        foreach (var finding in duel.Findings.Where(finding => finding is { IsClear: true, IsCut: false }))
        {
            var estimate = finding.Difference.Difference;
            var sign = estimate.Mean < 0 ? -1 : 1;
            var scale = ColumnScale.Of(finding.Metric, [estimate.Mean]);
            if (finding.Metric.IsShare)
                scale = scale with { Unit = "percentage points" };
            var (low, high) = sign > 0 ? (estimate.Low, estimate.High) : (-estimate.High, -estimate.Low);
            parts.Add(
                $"{Headline.Title(finding.Metric, finding.Relation)} {(sign > 0 ? "higher" : "lower")} by {scale.TextWithUnit(sign * estimate.Mean, low, high)}"
            );
        }
        AddNames(parts, duel, "the same", finding => finding is { Difference.Identical: true, IsCut: false });
        AddNames(
            parts,
            duel,
            "no significant difference",
            finding => finding is { Difference.Identical: false, IsClear: false, HolmP: not null, IsCut: false }
        );
        AddNames(
            parts,
            duel,
            "too few replications to tell",
            finding => finding is { Difference.Identical: false, HolmP: null, IsCut: false }
        );
        var under = duel.Conditions.Length == 0 ? "" : $" at {Readable.Point(duel.Conditions)}";
        return $"{Text(results, duel.B.Design!.Value)} of {duel.B.Family} against {Text(results, duel.A.Design!.Value)} of {duel.A.Family}{under}: {string.Join("; ", parts)}.";
    }

    private static void AddNames(List<string> parts, Duel duel, string words, Func<DuelFinding, bool> isMeant)
    {
        string[] names = [.. duel.Findings.Where(isMeant).Select(finding => Headline.Title(finding.Metric, finding.Relation))];
        if (names.Length > 0)
            parts.Add($"{words}: {string.Join(", ", names)}");
    }

    private static IEnumerable<string> Budget(ComparisonResults results, Contest contest) =>
        contest.Budget is not { } budget ? []
        : results.Comparison.BudgetEuroPerDeviceAndYear is null
            ? [$"Budget: what the dearest of these champions costs, {Readable.Significant(budget)}\u00A0EUR per device and year."]
        : [$"Budget: {Readable.Significant(budget)}\u00A0EUR per device and year, as the scenario states."];
}
