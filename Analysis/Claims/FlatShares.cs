using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>The interval of a part about shares that came out the same in every replication.</summary>
/// <remarks>
/// A spread of nothing is no certainty: 180 of 180 in each replication says little about 99.8 %. Then the count of arrivals decides, by the exact interval of Clopper and
/// Pearson, as it does for requirements: of the share itself where one is held against a number; where two are held against each other, of the probability that an arrival
/// tells them apart, which as many did as their difference says; where several are added up, the intervals of each, added up.
/// </remarks>
internal static class FlatShares
{
    /// <summary>The bounds that arrivals allow; null where the spread of replications decides.</summary>
    /// <param name="results">The comparison.</param>
    /// <param name="part">The part of a condition.</param>
    /// <param name="cells">Its terms, with the points at which they are taken.</param>
    /// <param name="estimate">Mean and interval over replications.</param>
    /// <param name="confidence">Of the interval [1].</param>
    public static (double Low, double High)? Of(
        ComparisonResults results,
        ClaimPart part,
        IReadOnlyList<(ClaimTerm Term, string Point)> cells,
        Estimate estimate,
        double confidence
    )
    {
        if (estimate.HalfWidth is not 0 || !cells.All(cell => MetricTable.Find(cell.Term.Metric).IsShare))
            return null;
        var arrivals = cells.Min(cell => results.Arrivals(cell.Term.Architecture, cell.Point, cell.Term.About, cell.Term.Metric));
        if (arrivals == 0)
            return null;
        var trials = (int)Math.Min(int.MaxValue / 2, arrivals);
        var difference = estimate.Mean - part.Constant;
        if (cells is [var (term, _)])
            return Shifted(Times(term.Factor, Exact(difference / term.Factor, trials, confidence)));
        if (cells.Count == 2 && cells.All(cell => Math.Abs(cell.Term.Factor) == 1))
        {
            var apart = Exact(Math.Abs(difference), trials, confidence);
            return Shifted(difference == 0 ? (-apart.High, apart.High) : Times(Math.Sign(difference), apart));
        }
        var each = 1 - ((1 - confidence) / cells.Count);
        (double Low, double High)[] terms =
        [
            .. cells.Select(cell =>
                Times(
                    cell.Term.Factor,
                    Exact(results.Find(cell.Term.Architecture, cell.Point, cell.Term.About, cell.Term.Metric)!.Mean, trials, each)
                )
            ),
        ];
        return Shifted((terms.Sum(one => one.Low), terms.Sum(one => one.High)));

        (double, double) Shifted((double Low, double High) bounds) => (part.Constant + bounds.Low, part.Constant + bounds.High);
    }

    /// <summary>Half the width of the interval that arrivals allow, at its wider side, in the metric's unit; 0 where the spread of replications decides.</summary>
    /// <param name="results">The comparison.</param>
    /// <param name="part">The part of a condition.</param>
    /// <param name="cells">Its terms, with the points at which they are taken.</param>
    /// <param name="differences">Of the part, by replication.</param>
    /// <param name="confidence">Of the interval [1].</param>
    public static double HalfWidth(
        ComparisonResults results,
        ClaimPart part,
        IReadOnlyList<(ClaimTerm Term, string Point)> cells,
        IReadOnlyDictionary<int, double> differences,
        double confidence
    )
    {
        if (differences.Count == 0)
            return 0;
        var estimate = Estimate.Of(differences.OrderBy(one => one.Key).Select(one => one.Value), confidence);
        return Of(results, part, cells, estimate, confidence) is var (low, high) ? Math.Max(high - estimate.Mean, estimate.Mean - low) : 0;
    }

    private static (double Low, double High) Exact(double share, int trials, double confidence) =>
        Proportion.ClopperPearson((int)Math.Round(share * trials), trials, confidence) is var exact ? (exact.Low, exact.High) : default;

    private static (double Low, double High) Times(double factor, (double Low, double High) bounds) =>
        factor < 0 ? (factor * bounds.High, factor * bounds.Low) : (factor * bounds.Low, factor * bounds.High);
}
