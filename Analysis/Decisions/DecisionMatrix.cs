using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Decisions;

/// <summary>Jobs × families: the best design of each family in the comparisons of each job, from results only.</summary>
/// <remarks>
/// A design is better than another if it meets everything, if it cannot be told, if it fails, in this order; then if it meets everything at more of its points; then if a delivered message costs less.
/// The order stands before any result is seen, and is the same for all families.
/// </remarks>
internal sealed class DecisionMatrix
{
    /// <summary>The families, in the order in which they are told.</summary>
    public static IReadOnlyList<string> Families { get; } = ["m2m", "iot", "hybrid"];

    private DecisionMatrix(IReadOnlyList<IReadOnlyList<DecisionCell>> jobs) => Jobs = jobs;

    /// <summary>The cells of each job, a family each.</summary>
    public IReadOnlyList<IReadOnlyList<DecisionCell>> Jobs { get; }

    /// <summary>Makes the matrix of a study.</summary>
    /// <param name="results">Of its comparisons, in the order of the file.</param>
    public static DecisionMatrix Of(IEnumerable<ComparisonResults> results) =>
        new([
            .. results
                .Where(one => one.Architectures.Count > 0)
                .GroupBy(one => one.Comparison.Job)
                .Select(job => Cells(job.Key, [.. job.SelectMany(Design.Of)])),
        ]);

    /// <summary>The matrix as rows of <c>decisions.csv</c>.</summary>
    public IEnumerable<DecisionRow> Rows() => Jobs.SelectMany(job => job).Select(Row);

    private static IReadOnlyList<DecisionCell> Cells(string job, IReadOnlyList<Design> designs) =>
        [
            .. Families.Select(family =>
            {
                Design[] own = [.. designs.Where(design => design.Family == family)];
                return new DecisionCell(job, family, Best(own), own.Length, own.Count(design => design.Verdict == DecisionVerdict.Meets));
            }),
        ];

    private static Design? Best(IEnumerable<Design> designs) =>
        designs
            .OrderBy(design => design.Verdict)
            .ThenByDescending(design => design.MetShare)
            .ThenBy(design => design.CostPerMessage ?? double.MaxValue)
            .FirstOrDefault();

    private static DecisionRow Row(DecisionCell cell) =>
        new(
            cell.Job,
            cell.Family,
            cell.Verdict,
            cell.Decided,
            cell.Best?.Results.Comparison.Name ?? "",
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
