using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>The champion of a family, or how it differs from that of another: a row of <c>advocates.csv</c>.</summary>
/// <param name="Comparison">The comparison's name.</param>
/// <param name="Place">The values of the factors that belong to the job; empty where none is varied.</param>
/// <param name="Family">The family.</param>
/// <param name="Design">Its champion: architecture, or architecture/point; empty if no design meets everything within the budget.</param>
/// <param name="Against">The family with whose champion it is compared; empty in the row that tells what the champion costs.</param>
/// <param name="AgainstDesign">That champion; empty in the row that tells what the champion costs.</param>
/// <param name="Metric">A name of <see cref="MetricTable"/>.</param>
/// <param name="Relation">A relation, a party, or empty for the whole architecture.</param>
/// <param name="Replications">Pairs of replications [1]; 0 in the row that tells what the champion costs.</param>
/// <param name="Value">This champion less the other; in a row without another, what a device costs in a year [EUR/a]. Null without a champion.</param>
/// <param name="Low">Lower end of the 95 % interval of the difference; null with one pair or without another.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="HolmP">p value of no difference, adjusted after Holm for all metrics of the two [1].</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Failures">What is in the way of the family's other designs.</param>
[CsvRecord]
public sealed partial record AdvocateRow(
    [property: CsvColumn("comparison")] string Comparison,
    [property: CsvColumn("place")] string Place,
    [property: CsvColumn("family")] string Family,
    [property: CsvColumn("design")] string Design,
    [property: CsvColumn("against")] string Against,
    [property: CsvColumn("against_design")] string AgainstDesign,
    [property: CsvColumn("metric")] string Metric,
    [property: CsvColumn("relation")] string Relation,
    [property: CsvColumn("replications")] int Replications,
    [property: CsvColumn("value")] double? Value,
    [property: CsvColumn("low")] double? Low,
    [property: CsvColumn("high")] double? High,
    [property: CsvColumn("holm_p")] double? HolmP,
    [property: CsvColumn("unit")] string Unit,
    [property: CsvColumn("failures")] string Failures
) : IRow<AdvocateRow>
{
    /// <inheritdoc/>
    public static string FileName => "advocates.csv";

    string? IRow<AdvocateRow>.Problem => Value is { } value && !double.IsFinite(value) ? $"the value is {value}" : null;

    /// <inheritdoc/>
    public static int Compare(AdvocateRow left, AdvocateRow right) =>
        default(RowOrder)
            .Then(left.Comparison, right.Comparison)
            .Then(left.Place, right.Place)
            .Then(left.Family, right.Family)
            .Then(left.Against, right.Against)
            .Then(left.Metric, right.Metric)
            .Then(left.Relation, right.Relation)
            .Sign;
}
