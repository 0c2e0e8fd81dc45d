using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Advocates;

/// <summary>The rows of <c>advocates.csv</c>: the champions of the families of a comparison.</summary>
public static class AdvocateTable
{
    /// <summary>The rows of a comparison.</summary>
    public static IReadOnlyList<AdvocateRow> Rows(ComparisonResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var name = results.Comparison.Name;
        return
        [
            .. Contests
                .Of(results)
                .All.SelectMany(contest =>
                    contest
                        .Champions.Select(champion => Own(name, contest, champion))
                        .Concat(contest.Duels.SelectMany(duel => duel.Findings.Select(finding => Against(name, contest, duel, finding))))
                ),
        ];
    }

    private static AdvocateRow Own(string comparison, Contest contest, Champion champion) =>
        new(
            comparison,
            contest.Place,
            champion.Family,
            $"{champion.Design}",
            "",
            "",
            MetricTable.TotalCost,
            "",
            0,
            champion.Cost,
            null,
            null,
            null,
            "EUR/a",
            string.Join("; ", champion.Failures.Select(one => $"{one.Design} {one.Failure}"))
        );

    private static AdvocateRow Against(string comparison, Contest contest, Duel duel, DuelFinding finding) =>
        new(
            comparison,
            string.Join(',', new[] { contest.Place, duel.Conditions }.Where(part => part.Length > 0)),
            duel.B.Family,
            $"{duel.B.Design}",
            duel.A.Family,
            $"{duel.A.Design}",
            finding.Metric.Name,
            finding.Relation,
            finding.Difference.Difference.Count,
            finding.Difference.Difference.Mean,
            finding.Difference.Difference.Low,
            finding.Difference.Difference.High,
            finding.HolmP,
            finding.Metric.Unit,
            ""
        );
}
