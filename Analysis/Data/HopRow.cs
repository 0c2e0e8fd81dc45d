using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>One stage on the way of the delivered messages of a relation: a row of <c>hops.csv</c>.</summary>
/// <remarks>The means of a relation's stages sum to its mean latency.</remarks>
/// <param name="Comparison">The comparison's name.</param>
/// <param name="Architecture">The architecture's name.</param>
/// <param name="Point">The design point; empty when nothing is swept.</param>
/// <param name="Replication">Number of the replication, from 1.</param>
/// <param name="Relation">The relation's name.</param>
/// <param name="Ordinal">Position of the stage on the way, from 1.</param>
/// <param name="Hop">The stage's name.</param>
/// <param name="MeanSeconds">Mean time in this stage over all delivered messages [s], not negative.</param>
/// <param name="Share">Part of the mean latency that is spent here [1], 0 to 1.</param>
[CsvRecord]
public sealed partial record HopRow(
    [property: CsvColumn("comparison")] string Comparison,
    [property: CsvColumn("architecture")] string Architecture,
    [property: CsvColumn("point")] string Point,
    [property: CsvColumn("replication")] int Replication,
    [property: CsvColumn("relation")] string Relation,
    [property: CsvColumn("ordinal")] int Ordinal,
    [property: CsvColumn("hop")] string Hop,
    [property: CsvColumn("mean_s")] double MeanSeconds,
    [property: CsvColumn("share")] double Share
) : IRow<HopRow>
{
    /// <inheritdoc/>
    public static string FileName => "hops.csv";

    string? IRow<HopRow>.Problem =>
        !double.IsFinite(MeanSeconds) || MeanSeconds < 0 ? $"a stage cannot take {MeanSeconds} s"
        : !double.IsFinite(Share) ? $"the share is {Share}"
        : null;

    /// <inheritdoc/>
    public static int Compare(HopRow left, HopRow right) =>
        default(RowOrder)
            .Then(left.Comparison, right.Comparison)
            .Then(left.Architecture, right.Architecture)
            .Then(left.Point, right.Point)
            .Then(left.Replication, right.Replication)
            .Then(left.Relation, right.Relation)
            .Then(left.Ordinal, right.Ordinal)
            .Then(left.Hop, right.Hop)
            .Sign;
}
