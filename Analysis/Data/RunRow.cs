using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>One value that one run measured: a row of <c>runs.csv</c>.</summary>
/// <param name="Comparison">The comparison's name.</param>
/// <param name="Architecture">The architecture's name.</param>
/// <param name="Family"><c>m2m</c>, <c>iot</c> or <c>hybrid</c>.</param>
/// <param name="Point">The design point, see <see cref="DesignPoint"/>; empty when nothing is swept.</param>
/// <param name="Replication">Number of the replication, from 1.</param>
/// <param name="Relation">A relation, a party (energy metrics), or empty for the whole architecture.</param>
/// <param name="Metric">A name of <see cref="MetricTable"/>.</param>
/// <param name="Value">What was measured, in <paramref name="Unit"/>; finite.</param>
/// <param name="Unit">The unit that <see cref="MetricTable"/> gives for the metric.</param>
[CsvRecord]
public sealed partial record RunRow(
    [property: CsvColumn("comparison")] string Comparison,
    [property: CsvColumn("architecture")] string Architecture,
    [property: CsvColumn("family")] string Family,
    [property: CsvColumn("point")] string Point,
    [property: CsvColumn("replication")] int Replication,
    [property: CsvColumn("relation")] string Relation,
    [property: CsvColumn("metric")] string Metric,
    [property: CsvColumn("value")] double Value,
    [property: CsvColumn("unit")] string Unit
) : IRow<RunRow>
{
    /// <inheritdoc/>
    public static string FileName => "runs.csv";

    string? IRow<RunRow>.Problem =>
        !double.IsFinite(Value) ? $"the value is {Value}; leave a row out when there is nothing to measure"
        : !MetricTable.TryFind(Metric, out var metric) ? $"'{Metric}' is not a metric; MetricTable names them all"
        : metric.Unit != Unit ? $"the unit is '{Unit}', but {Metric} is measured in '{metric.Unit}'"
        : null;

    /// <inheritdoc/>
    public static int Compare(RunRow left, RunRow right) =>
        default(RowOrder)
            .Then(left.Comparison, right.Comparison)
            .Then(left.Architecture, right.Architecture)
            .Then(left.Point, right.Point)
            .Then(left.Replication, right.Replication)
            .Then(left.Relation, right.Relation)
            .Then(left.Metric, right.Metric)
            .Sign;
}
