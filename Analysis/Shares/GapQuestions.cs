using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Shares;

/// <summary>The gaps of a comparison that are shared among factors.</summary>
public static class GapQuestions
{
    /// <summary>The gap between the ends of its cross, and those between architectures whose parts were swapped; each with the results in which its cells are found.</summary>
    public static IReadOnlyList<(GapQuestion Question, ComparisonResults Results)> Of(ComparisonResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        List<(GapQuestion Question, ComparisonResults Results)> questions = [];
        if (CrossGap.Of(results) is { } cross)
            questions.Add((cross, results));
        if (results.Comparison.Swaps is { Count: > 0 } swaps)
            questions.AddRange(swaps.Select(swap => (Question(swap), WithMixtures(results, swaps))));
        // A gap is taken apart once, into as many factors as can be: what is asked for may be the cross itself, whose architectures are one factor.
        return
        [
            .. questions.GroupBy(one => (one.Question.From, one.Question.To)).Select(same => same.MaxBy(one => one.Question.Factors.Count)),
        ];
    }

    private static GapQuestion Question(SwapManifest swap) =>
        new(
            [.. swap.Factors.Select(factor => new ChangedFactor(factor.Factor, factor.A, factor.B))],
            [.. swap.Mixtures.Select(name => new DesignCell(name, swap.Point))]
        )
        {
            Names = cell =>
                swap.Mixtures.Index().FirstOrDefault(one => one.Item == cell.Architecture) is (var set and > 0, _)
                && set < swap.Mixtures.Count - 1
                    ? $"{swap.From} with {string.Join(" and ", swap.Factors.Where((_, i) => (set & (1 << i)) != 0).Select(factor => factor.Factor))} of {swap.To}"
                    : cell.Text,
        };

    /// <summary>Ends that are points of the question were run there; everything else stands beside it.</summary>
    private static ComparisonResults WithMixtures(ComparisonResults results, IReadOnlyList<SwapManifest> swaps)
    {
        RunRow[] runs = [.. results.Runs, .. results.Mixtures];
        return new(
            results.Study,
            results.Comparison with
            {
                Infeasible = [.. results.Comparison.Infeasible, .. swaps.SelectMany(swap => swap.Missing)],
            },
            Summary.Means(runs.Select(run => run with { Comparison = results.Comparison.Name })),
            [],
            runs,
            [],
            []
        );
    }
}
