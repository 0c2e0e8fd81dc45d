using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>How many values of one run fell into one bucket: a row of <c>distributions.csv</c>.</summary>
/// <param name="Comparison">The comparison's name.</param>
/// <param name="Architecture">The architecture's name.</param>
/// <param name="Point">The design point; empty when nothing is swept.</param>
/// <param name="Replication">Number of the replication, from 1.</param>
/// <param name="Relation">The relation's name.</param>
/// <param name="Metric">What is counted, such as <c>latency</c>.</param>
/// <param name="Bucket">Index of the bucket, see <see cref="LogHistogram"/>.</param>
/// <param name="Lower">Lower edge of the bucket [s], inclusive.</param>
/// <param name="Upper">Upper edge of the bucket [s], exclusive.</param>
/// <param name="Count">Number of values in the bucket [1], at least 1.</param>
[CsvRecord]
public sealed partial record DistributionRow(
    [property: CsvColumn("comparison")] string Comparison,
    [property: CsvColumn("architecture")] string Architecture,
    [property: CsvColumn("point")] string Point,
    [property: CsvColumn("replication")] int Replication,
    [property: CsvColumn("relation")] string Relation,
    [property: CsvColumn("metric")] string Metric,
    [property: CsvColumn("bucket")] int Bucket,
    [property: CsvColumn("lower")] double Lower,
    [property: CsvColumn("upper")] double Upper,
    [property: CsvColumn("count")] long Count
) : IRow<DistributionRow>
{
    /// <inheritdoc/>
    public static string FileName => "distributions.csv";

    string? IRow<DistributionRow>.Problem =>
        Bucket is < 0 or > LogHistogram.LastBucket ? $"bucket {Bucket} is outside 0 to {LogHistogram.LastBucket}"
        : Count < 1 ? $"the count is {Count}; leave empty buckets out"
        : null;

    /// <summary>A row whose edges follow from its bucket.</summary>
    public static DistributionRow Of(
        string comparison,
        string architecture,
        string point,
        int replication,
        string relation,
        string metric,
        int bucket,
        long count
    ) =>
        new(
            comparison,
            architecture,
            point,
            replication,
            relation,
            metric,
            bucket,
            LogHistogram.Lower(bucket),
            LogHistogram.Upper(bucket),
            count
        );

    /// <inheritdoc/>
    public static int Compare(DistributionRow left, DistributionRow right) =>
        default(RowOrder)
            .Then(left.Comparison, right.Comparison)
            .Then(left.Architecture, right.Architecture)
            .Then(left.Point, right.Point)
            .Then(left.Replication, right.Replication)
            .Then(left.Relation, right.Relation)
            .Then(left.Metric, right.Metric)
            .Then(left.Bucket, right.Bucket)
            .Sign;
}
