using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>How two architectures differ in a metric at a point, replication by replication: a row of <c>comparisons.csv</c>.</summary>
/// <param name="Comparison">The comparison's name.</param>
/// <param name="Point">The design point; empty when nothing is swept.</param>
/// <param name="Relation">A relation, a party, or empty for the whole architecture.</param>
/// <param name="Metric">A name of <see cref="MetricTable"/>.</param>
/// <param name="A">One architecture.</param>
/// <param name="B">The other architecture.</param>
/// <param name="Pairs">Number of replications that both have [1].</param>
/// <param name="Difference">Mean of A − B over the pairs.</param>
/// <param name="HalfWidth">Half the width of its 95 % interval; null with one pair.</param>
/// <param name="Low">Lower end of the interval; null with one pair.</param>
/// <param name="High">Upper end of the interval; null with one pair.</param>
/// <param name="Relative">The difference divided by the mean of B [1]; null when that mean is 0.</param>
/// <param name="P">Two-sided p value of no difference [1]; 1 where the percentiles are not known closely enough to differ; null with one pair.</param>
/// <param name="HolmP">The p value adjusted after Holm for all tests of the comparison at this point [1].</param>
/// <param name="Margin">Largest difference that does not matter, in the metric's unit: relative to the smaller of the two estimated means, for a share with a requirement to what may be missing, for other shares to the whole; null where the scenario states none.</param>
/// <param name="EquivalenceP">p value of a difference beyond the margin, adjusted after Holm [1]; null without margin or with one pair.</param>
/// <param name="Verdict">The outcome.</param>
/// <param name="Correlation">Correlation of the pairs [1]; null with one pair, or when one side does not vary: there is nothing to correlate.</param>
/// <param name="VarianceRatio">var(A − B) / (var A + var B) [1]: what the common random numbers left; null when neither side varies.</param>
/// <param name="Unit">The metric's unit.</param>
[CsvRecord]
public sealed partial record ComparisonRow(
    [property: CsvColumn("comparison")] string Comparison,
    [property: CsvColumn("point")] string Point,
    [property: CsvColumn("relation")] string Relation,
    [property: CsvColumn("metric")] string Metric,
    [property: CsvColumn("a")] string A,
    [property: CsvColumn("b")] string B,
    [property: CsvColumn("pairs")] int Pairs,
    [property: CsvColumn("difference")] double Difference,
    [property: CsvColumn("half_width")] double? HalfWidth,
    [property: CsvColumn("low")] double? Low,
    [property: CsvColumn("high")] double? High,
    [property: CsvColumn("relative")] double? Relative,
    [property: CsvColumn("p")] double? P,
    [property: CsvColumn("holm_p")] double? HolmP,
    [property: CsvColumn("margin")] double? Margin,
    [property: CsvColumn("equivalence_p")] double? EquivalenceP,
    [property: CsvColumn("verdict")] Verdict Verdict,
    [property: CsvColumn("correlation")] double? Correlation,
    [property: CsvColumn("variance_ratio")] double? VarianceRatio,
    [property: CsvColumn("unit")] string Unit
) : IRow<ComparisonRow>
{
    /// <inheritdoc/>
    public static string FileName => "comparisons.csv";

    string? IRow<ComparisonRow>.Problem => double.IsFinite(Difference) ? null : $"the difference is {Difference}";

    /// <inheritdoc/>
    public static int Compare(ComparisonRow left, ComparisonRow right) =>
        default(RowOrder)
            .Then(left.Comparison, right.Comparison)
            .Then(left.Point, right.Point)
            .Then(left.Relation, right.Relation)
            .Then(left.Metric, right.Metric)
            .Then(left.A, right.A)
            .Then(left.B, right.B)
            .Sign;
}
