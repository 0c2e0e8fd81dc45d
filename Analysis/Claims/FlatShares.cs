using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>The interval of a part about shares that came out the same in every replication.</summary>
/// <remarks>
/// A spread of nothing is no certainty: 180 of 180 in each replication says little about 99.8 %. Then the count of arrivals decides, by the exact interval of Clopper and
/// Pearson, as it does for requirements: of the share itself where one is held against a number; where several are held against each other, of the probability that an arrival
/// tells them apart, which happened to none.
/// </remarks>
internal static class FlatShares
{
    /// <summary>The half-width or bounds that arrivals allow; null where the spread of replications decides.</summary>
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
        if (cells is [var (term, _)])
        {
            var share = (estimate.Mean - part.Constant) / term.Factor;
            var exact = Proportion.ClopperPearson((int)Math.Round(share * trials), trials, confidence);
            var (one, other) = (part.Constant + (term.Factor * exact.Low), part.Constant + (term.Factor * exact.High));
            return (Math.Min(one, other), Math.Max(one, other));
        }
        var apart = cells.Max(cell => Math.Abs(cell.Term.Factor)) * Proportion.ClopperPearson(0, trials, confidence).High;
        return (estimate.Mean - apart, estimate.Mean + apart);
    }
}
