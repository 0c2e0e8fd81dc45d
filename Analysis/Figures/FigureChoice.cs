using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>The figures of a comparison that are drawn, and how many its data would allow besides.</summary>
/// <param name="Drawn">Some of each kind, in the order of kinds.</param>
/// <param name="LeftOut">How many more there could be [1].</param>
public sealed record FigureChoice(IReadOnlyList<Figure> Drawn, int LeftOut)
{
    /// <summary>More than a reader looks through: a job with eight relations in four architectures allows for eighty.</summary>
    public const int Most = 12;

    /// <summary>Takes the first figure of each kind, then the second of each, until there are enough.</summary>
    /// <param name="results">The comparison.</param>
    /// <param name="most">The greatest number of figures [1].</param>
    public static FigureChoice Of(ComparisonResults results, int most = Most)
    {
        var kinds = FigureSet.ByKind(results).ToArray();
        var taken = kinds
            .SelectMany((kind, k) => kind.Select((figure, rank) => (figure, rank, k)))
            .OrderBy(one => one.rank)
            .ThenBy(one => one.k)
            .Take(most)
            .OrderBy(one => one.k)
            .ThenBy(one => one.rank);
        Figure[] drawn = [.. taken.Select(one => one.figure)];
        return new(drawn, kinds.Sum(kind => kind.Count) - drawn.Length);
    }
}
