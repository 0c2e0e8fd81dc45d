using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>The best design of a family in a comparison of a job, and what decided: a row of <c>decisions.csv</c>.</summary>
/// <param name="Job">The job's name.</param>
/// <param name="Family"><c>m2m</c>, <c>iot</c> or <c>hybrid</c>.</param>
/// <param name="Verdict">How it does.</param>
/// <param name="Decided">What decided, in a few words.</param>
/// <param name="Comparison">Where it was run.</param>
/// <param name="Architecture">Its architecture.</param>
/// <param name="Design">Its parameters, such as <c>access=lte-m</c>; empty where it has none.</param>
/// <param name="Designs">How many designs of the family were compared [1].</param>
/// <param name="Meeting">How many of them meet everything [1].</param>
/// <param name="Point">The point at which the figures hold: the last of the sweep at which it ran.</param>
/// <param name="LatencyOf">The relation whose latency or reaction time is told.</param>
/// <param name="LatencyS">Its 95th percentile [s]; null where it was not measured well enough.</param>
/// <param name="DeliveryOf">The required relation of which least arrives.</param>
/// <param name="Delivery">What arrives of it, in time where there is a deadline [1].</param>
/// <param name="EnergyOf">The party whose battery life or energy is told; empty for all.</param>
/// <param name="EnergyMetric"><c>battery-life</c> [a] or <c>energy-per-day</c> [J/d].</param>
/// <param name="Energy">Its value.</param>
/// <param name="CostEur">Total cost [EUR].</param>
[CsvRecord]
public sealed partial record DecisionRow(
    [property: CsvColumn("job")] string Job,
    [property: CsvColumn("family")] string Family,
    [property: CsvColumn("verdict")] DecisionVerdict Verdict,
    [property: CsvColumn("decided")] string Decided,
    [property: CsvColumn("comparison")] string Comparison,
    [property: CsvColumn("architecture")] string Architecture,
    [property: CsvColumn("design")] string Design,
    [property: CsvColumn("designs")] int Designs,
    [property: CsvColumn("meeting")] int Meeting,
    [property: CsvColumn("point")] string Point,
    [property: CsvColumn("latency_of")] string LatencyOf,
    [property: CsvColumn("latency_s")] double? LatencyS,
    [property: CsvColumn("delivery_of")] string DeliveryOf,
    [property: CsvColumn("delivery")] double? Delivery,
    [property: CsvColumn("energy_of")] string EnergyOf,
    [property: CsvColumn("energy_metric")] string EnergyMetric,
    [property: CsvColumn("energy")] double? Energy,
    [property: CsvColumn("cost_eur")] double? CostEur
) : IRow<DecisionRow>
{
    /// <inheritdoc/>
    public static string FileName => "decisions.csv";

    string? IRow<DecisionRow>.Problem =>
        new[] { LatencyS, Delivery, Energy, CostEur }.OfType<double>().Any(value => !double.IsFinite(value))
            ? "a figure is not finite"
            : null;

    /// <inheritdoc/>
    public static int Compare(DecisionRow left, DecisionRow right) =>
        default(RowOrder).Then(left.Job, right.Job).Then(left.Comparison, right.Comparison).Then(left.Family, right.Family).Sign;
}
