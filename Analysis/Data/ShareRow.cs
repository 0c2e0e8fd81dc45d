using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>What a factor contributes to the gap between two cells: a row of <c>shares.csv</c>. The shares of a gap sum to it.</summary>
/// <param name="Comparison">The comparison's name.</param>
/// <param name="From">The near end: architecture, or architecture/point.</param>
/// <param name="To">The far end.</param>
/// <param name="Metric">A name of <see cref="MetricTable"/>.</param>
/// <param name="Relation">A relation, a party, or empty for the whole architecture.</param>
/// <param name="Factor">The factor, or several joined by <c> + </c> where they cannot be told apart.</param>
/// <param name="Replications">Replications that all cells have [1].</param>
/// <param name="Share">Mean share of the gap.</param>
/// <param name="Low">Lower end of its 95 % interval; null with one replication.</param>
/// <param name="High">Upper end of the interval; null with one replication.</param>
/// <param name="Gap">Mean of far end less near end.</param>
/// <param name="Unit">The metric's unit.</param>
[CsvRecord]
public sealed partial record ShareRow(
    [property: CsvColumn("comparison")] string Comparison,
    [property: CsvColumn("from")] string From,
    [property: CsvColumn("to")] string To,
    [property: CsvColumn("metric")] string Metric,
    [property: CsvColumn("relation")] string Relation,
    [property: CsvColumn("factor")] string Factor,
    [property: CsvColumn("replications")] int Replications,
    [property: CsvColumn("share")] double Share,
    [property: CsvColumn("low")] double? Low,
    [property: CsvColumn("high")] double? High,
    [property: CsvColumn("gap")] double Gap,
    [property: CsvColumn("unit")] string Unit
) : IRow<ShareRow>
{
    /// <inheritdoc/>
    public static string FileName => "shares.csv";

    string? IRow<ShareRow>.Problem => double.IsFinite(Share) && double.IsFinite(Gap) ? null : $"the share is {Share} of {Gap}";

    /// <inheritdoc/>
    public static int Compare(ShareRow left, ShareRow right) =>
        default(RowOrder)
            .Then(left.Comparison, right.Comparison)
            .Then(left.From, right.From)
            .Then(left.To, right.To)
            .Then(left.Metric, right.Metric)
            .Then(left.Relation, right.Relation)
            .Then(left.Factor, right.Factor)
            .Sign;
}
