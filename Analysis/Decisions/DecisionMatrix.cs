using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Decisions;

/// <summary>Comparisons × families: the best design of each family for the job of each comparison, from results only.</summary>
/// <remarks>
/// A design that meets everything goes before one that does not. Of those that meet everything, and where nothing is required, the one is best of which a delivered message costs least. Of the others, the one is best that stays
/// behind least where it does worst (<see cref="Shortfall"/>), whether it is shown to fail or cannot be told; then the one that meets everything at more of its points; then the one of which a delivered message costs less.
/// The order stands before any result is seen, and is the same for all families. Designs of different comparisons have different needs and are not set beside each other, though the job is the same.
/// </remarks>
internal sealed class DecisionMatrix
{
    /// <summary>The families, in the order in which they are told.</summary>
    public static IReadOnlyList<string> Families { get; } = ["m2m", "iot", "hybrid"];

    private DecisionMatrix(IReadOnlyList<IReadOnlyList<DecisionCell>> comparisons) => Comparisons = comparisons;

    /// <summary>The cells of each comparison, a family each; the comparisons of a job follow each other.</summary>
    public IReadOnlyList<IReadOnlyList<DecisionCell>> Comparisons { get; }

    /// <summary>Makes the matrix of a study.</summary>
    /// <param name="results">Of its comparisons, in the order of the file.</param>
    public static DecisionMatrix Of(IEnumerable<ComparisonResults> results) =>
        new([
            .. results
                .Where(one => one.Architectures.Count > 0)
                .GroupBy(one => one.Comparison.Job)
                .SelectMany(job => job.Select(one => Cells(one.Comparison, [.. Design.Of(one)]))),
        ]);

    /// <summary>The matrix as rows of <c>decisions.csv</c>.</summary>
    public IEnumerable<DecisionRow> Rows() => Comparisons.SelectMany(cells => cells).Select(Row);

    private static IReadOnlyList<DecisionCell> Cells(ComparisonManifest comparison, IReadOnlyList<Design> designs) =>
        [
            .. Families.Select(family =>
            {
                Design[] own = [.. designs.Where(design => design.Family == family)];
                return new DecisionCell(
                    comparison,
                    family,
                    Best(own),
                    own.Length,
                    own.Count(design => design.Verdict == DecisionVerdict.Meets)
                );
            }),
        ];

    private static Design? Best(IEnumerable<Design> designs) =>
        designs
            .OrderBy(design => Rank(design.Verdict))
            .ThenBy(design => design.Verdict == DecisionVerdict.Meets ? 0 : design.Shortfall.Part)
            .ThenByDescending(design => design.MetShare)
            .ThenBy(design => design.CostPerMessage ?? double.MaxValue)
            .FirstOrDefault();

    /// <summary>Whether it is noise or a shortfall that stands in the way ranks nothing.</summary>
    private static int Rank(DecisionVerdict verdict) =>
        verdict switch
        {
            DecisionVerdict.Meets => 0,
            DecisionVerdict.NotJudged => 1,
            DecisionVerdict.Unclear or DecisionVerdict.Fails => 2,
            _ => 3,
        };

    private static DecisionRow Row(DecisionCell cell) =>
        new(
            cell.Comparison.Job,
            cell.Family,
            cell.Verdict,
            cell.Decided,
            cell.Comparison.Name,
            cell.Best?.Architecture ?? "",
            cell.Best?.Parameters.ToString() ?? "",
            cell.Designs,
            cell.Meeting,
            cell.Point,
            cell.Latency?.Relation ?? "",
            cell.Latency?.Mean,
            cell.Delivery?.Relation ?? "",
            cell.Delivery?.Mean,
            cell.Energy?.Relation ?? "",
            cell.Energy?.Metric ?? "",
            cell.Energy?.Mean,
            cell.Cost?.Mean
        );
}
