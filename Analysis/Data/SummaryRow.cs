using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>The mean of a metric over replications with its 95 % interval: a row of <c>summary.csv</c>.</summary>
/// <param name="Comparison">The comparison's name.</param>
/// <param name="Architecture">The architecture's name.</param>
/// <param name="Family"><c>m2m</c>, <c>iot</c> or <c>hybrid</c>.</param>
/// <param name="Point">The design point; empty when nothing is swept.</param>
/// <param name="Relation">A relation, a party, or empty for the whole architecture.</param>
/// <param name="Metric">A name of <see cref="MetricTable"/>.</param>
/// <param name="Replications">Number of replications that gave a value [1].</param>
/// <param name="Mean">Mean over the replications.</param>
/// <param name="HalfWidth">Half the width of the interval; null with one replication.</param>
/// <param name="Low">Lower end of the interval; null with one replication.</param>
/// <param name="High">Upper end of the interval; null with one replication.</param>
/// <param name="Unit">The metric's unit.</param>
[CsvRecord]
public sealed partial record SummaryRow(
    [property: CsvColumn("comparison")] string Comparison,
    [property: CsvColumn("architecture")] string Architecture,
    [property: CsvColumn("family")] string Family,
    [property: CsvColumn("point")] string Point,
    [property: CsvColumn("relation")] string Relation,
    [property: CsvColumn("metric")] string Metric,
    [property: CsvColumn("replications")] int Replications,
    [property: CsvColumn("mean")] double Mean,
    [property: CsvColumn("half_width")] double? HalfWidth,
    [property: CsvColumn("low")] double? Low,
    [property: CsvColumn("high")] double? High,
    [property: CsvColumn("unit")] string Unit
) : IRow<SummaryRow>
{
    /// <inheritdoc/>
    public static string FileName => "summary.csv";

    string? IRow<SummaryRow>.Problem => double.IsFinite(Mean) ? null : $"the mean is {Mean}";

    /// <inheritdoc/>
    public static int Compare(SummaryRow left, SummaryRow right) =>
        default(RowOrder)
            .Then(left.Comparison, right.Comparison)
            .Then(left.Architecture, right.Architecture)
            .Then(left.Point, right.Point)
            .Then(left.Relation, right.Relation)
            .Then(left.Metric, right.Metric)
            .Sign;
}
