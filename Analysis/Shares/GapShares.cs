using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Shares;

/// <summary>The gap between two cells in a metric, shared among the factors in which they differ.</summary>
/// <remarks>
/// Shapley values in each replication, in which all cells met the same luck, then t-intervals over replications. So the means sum to the mean gap, to rounding.
/// Where a cell in between cannot work or measured nothing, its factors are put together (<see cref="FactorGroups"/>).
/// </remarks>
/// <param name="Question">Between what, and the factors.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Relation">A relation, a party, or empty for the whole architecture.</param>
/// <param name="From">Mean at the near end.</param>
/// <param name="To">Mean at the far end.</param>
/// <param name="Gap">Far end less near end, with its interval.</param>
/// <param name="Shares">The parts of the gap, in the order of the factors.</param>
/// <param name="Missing">Cells in between that gave no value.</param>
public sealed record GapShares(
    GapQuestion Question,
    Metric Metric,
    string Relation,
    Estimate From,
    Estimate To,
    Estimate Gap,
    IReadOnlyList<FactorShare> Shares,
    IReadOnlyList<DesignCell> Missing
)
{
    /// <summary>Relative size of a share that rounding alone explains [1].</summary>
    private const double Rounding = 1e-12;

    /// <summary>One unit for all parts of the gap, so that a reader can add them up.</summary>
    public ColumnScale Scale
    {
        get
        {
            var scale = ColumnScale.Of(Metric, [Shares.Select(share => share.Share.Mean).Append(Gap.Mean).Max(Math.Abs)]);
            return Metric.IsShare ? scale with { Unit = "percentage points" } : scale;
        }
    }

    /// <summary>Whether a factor changes nothing, in any replication, but for rounding.</summary>
    public bool IsNothing(FactorShare share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return Math.Abs(share.Share.Mean) + (share.Share.HalfWidth ?? 0) <= Rounding * Math.Max(Math.Abs(From.Mean), Math.Abs(To.Mean));
    }

    /// <summary>The shares of the gaps in all key metrics that both ends measured.</summary>
    public static IReadOnlyList<GapShares> Of(ComparisonResults results, GapQuestion question)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(question);
        var cells = question.Cells.ToHashSet();
        var runs = results
            .Runs.Where(run => cells.Contains(new(run.Architecture, run.Point)))
            .ToLookup(run => (new DesignCell(run.Architecture, run.Point), run.Metric, run.Relation));
        IReadOnlyDictionary<int, double> Values(DesignCell cell, Metric metric, string relation) =>
            results.Find(cell.Architecture, cell.Point, relation, metric.Name) is { } row && results.IsSound(row)
                ? runs[(cell, metric.Name, relation)].ToDictionary(run => run.Replication, run => run.Value)
                : new Dictionary<int, double>();
        return
        [
            .. Headline
                .Of(results)
                .Select(one =>
                    Of(question, one.Metric, one.Relation, [.. question.Cells.Select(cell => Values(cell, one.Metric, one.Relation))])
                )
                .OfType<GapShares>(),
        ];
    }

    /// <summary>The shares of one gap; null where an end was not measured, or the cells have no replication in common.</summary>
    /// <param name="question">Between what, and the factors.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="relation">A relation, a party, or empty.</param>
    /// <param name="values">The values of each cell by replication; empty where there are none.</param>
    public static GapShares? Of(
        GapQuestion question,
        Metric metric,
        string relation,
        IReadOnlyList<IReadOnlyDictionary<int, double>> values
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(values);
        if (FactorGroups.Finest(question.Factors.Count, set => values[set].Count > 0) is not { } groups)
            return null;
        int[] sets = [.. Enumerable.Range(0, 1 << groups.Count).Select(set => FactorGroups.Members(groups, set))];
        int[] replications = [.. values[0].Keys.Where(replication => sets.All(set => values[set].ContainsKey(replication))).Order()];
        if (replications.Length == 0)
            return null;
        IReadOnlyList<double>[] shares =
        [
            .. replications.Select(replication => Shapley.Values(groups.Count, [.. sets.Select(set => values[set][replication])])),
        ];
        return new(
            question,
            metric,
            relation,
            Estimate.Of(replications.Select(replication => values[0][replication]), Summary.Confidence),
            Estimate.Of(replications.Select(replication => values[^1][replication]), Summary.Confidence),
            Estimate.Of(replications.Select(replication => values[^1][replication] - values[0][replication]), Summary.Confidence),
            [
                .. groups.Select(
                    (group, g) =>
                        new FactorShare(
                            [.. question.Factors.Where((_, i) => (group & (1 << i)) != 0)],
                            Estimate.Of(shares.Select(share => share[g]), Summary.Confidence)
                        )
                ),
            ],
            [.. values.Index().Where(cell => cell.Item.Count == 0).Select(cell => question.Cells[cell.Index])]
        );
    }
}
