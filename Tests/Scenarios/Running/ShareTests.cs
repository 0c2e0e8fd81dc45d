using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Shares;
using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Scenarios.Results;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>Whatever a shipped comparison varies: the shares of its factors add up to the gap.</summary>
public sealed class ShareTests
{
    private static IEnumerable<string> Shipped() =>
        Study.Load(Repository.Shipped, ConservationTests.Small).Cells.Select(cell => cell.Comparison).Distinct();

    [TestCaseSource(nameof(Shipped))]
    public void The_shares_of_a_shipped_comparison_sum_to_its_gap(string name)
    {
        var study = Study.Load(Repository.Shipped, ConservationTests.Small with { Comparisons = [name], Quick = true, Replications = 2 });
        // Every shipped comparison has architectures or parameters to choose from.
        var question = CrossGap.Of(Results(study, [study.Cells.First(cell => cell.IsFeasible)]))!;
        var gaps = GapShares.Of(Results(study, study.Cells.Where(cell => cell.IsFeasible && IsIn(question, cell))), question);

        // Where an end of the cross cannot work at all, there is no gap to share.
        var canWork = new[] { question.Cells[0], question.Cells[^1] }.All(end =>
            study.Cells.Any(cell => cell.IsFeasible && end == new DesignCell(cell.Architecture, $"{cell.Point}"))
        );
        Assert.That(gaps, canWork ? Is.Not.Empty : Is.Empty);
        Assert.That(
            gaps.Select(gap => (gap.Metric.Name, gap.Shares.Sum(share => share.Share.Mean) - gap.Gap.Mean)),
            Is.All.Matches<(string Metric, double Difference)>(one =>
                Math.Abs(one.Difference) <= 1e-9 * gaps.Max(gap => Math.Abs(gap.From.Mean) + Math.Abs(gap.To.Mean))
            )
        );
    }

    private static bool IsIn(GapQuestion question, Cell cell) =>
        question.Cells.Contains(new DesignCell(cell.Architecture, $"{cell.Point}"));

    private static ComparisonResults Results(Study study, IEnumerable<Cell> cells)
    {
        CaseResult[] cases =
        [
            .. cells
                .SelectMany(cell => Enumerable.Range(1, cell.Replications).Select(replication => (cell, replication)))
                .AsParallel()
                .AsOrdered()
                .Select(one => CaseRunner.Run(one.cell, study, one.replication, "", CancellationToken.None)),
        ];
        var manifest = ManifestBuilder.Build(study, cases);
        return ComparisonResults.Of(
            new ResultFolder("", manifest, [.. cases.SelectMany(result => result.Runs)], [], [], []),
            manifest.Comparisons.Single().Name
        );
    }
}
