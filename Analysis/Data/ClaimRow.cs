using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>What became of one part of a claim at one point: a row of <c>claims.csv</c>.</summary>
/// <param name="Claim">The claim's name.</param>
/// <param name="Comparison">The comparison that tests it.</param>
/// <param name="Point">The factors that the part does not hold at a value; empty when there are none.</param>
/// <param name="Part">Number of the part of the condition, from 1.</param>
/// <param name="Verdict">The outcome.</param>
/// <param name="Replications">Replications that all sides have [1].</param>
/// <param name="Difference">Mean of the left side less the right; null where it was not measured.</param>
/// <param name="Low">Lower end of its interval; null with fewer than two replications.</param>
/// <param name="High">Upper end of its interval; null with fewer than two replications.</param>
/// <param name="Margin">The least difference that matters.</param>
/// <param name="Unit">The metric's unit.</param>
[CsvRecord]
public sealed partial record ClaimRow(
    [property: CsvColumn("claim")] string Claim,
    [property: CsvColumn("comparison")] string Comparison,
    [property: CsvColumn("point")] string Point,
    [property: CsvColumn("part")] int Part,
    [property: CsvColumn("verdict")] ClaimVerdict Verdict,
    [property: CsvColumn("replications")] int Replications,
    [property: CsvColumn("difference")] double? Difference,
    [property: CsvColumn("low")] double? Low,
    [property: CsvColumn("high")] double? High,
    [property: CsvColumn("margin")] double Margin,
    [property: CsvColumn("unit")] string Unit
) : IRow<ClaimRow>
{
    /// <inheritdoc/>
    public static string FileName => "claims.csv";

    string? IRow<ClaimRow>.Problem => Difference is { } value && !double.IsFinite(value) ? $"the difference is {value}" : null;

    /// <inheritdoc/>
    public static int Compare(ClaimRow left, ClaimRow right) =>
        default(RowOrder).Then(left.Claim, right.Claim).Then(left.Point, right.Point).Then(left.Part, right.Part).Sign;
}
