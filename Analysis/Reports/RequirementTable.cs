using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Requirements × cells: what was due, what arrived, and how often a run does what is required.</summary>
internal static class RequirementTable
{
    public const string Legend =
        "Arrived: in time where there is a deadline; ‡ and the other signs as in the key figures. Runs that met it: a run is one period of the length measured; "
        + "the interval (Wilson, 95 %) is that of the share of all such periods in which the requirement would be met.";

    public static IReadOnlyList<string> Header { get; } =
    [
        "point",
        "architecture",
        "relation",
        "required [%]",
        "arrivals due, all replications",
        "arrived [%]",
        "runs that met it",
        "share of runs [%]",
    ];

    public static IReadOnlyList<IReadOnlyList<string>> Rows(ComparisonResults results) =>
        [
            .. from point in results.Points
            from architecture in results.Architectures
            from relation in results.Comparison.Relations
            let row = Row(results, architecture, point, relation)
            where row is not null
            select row,
        ];

    private static IReadOnlyList<string>? Row(ComparisonResults results, string architecture, string point, RelationManifest relation)
    {
        if (results.RequirementByReplication(architecture, point, relation) is not { } runs)
            return null;
        var mean = results.Find(architecture, point, relation.Name, ComparisonResults.RequiredMetric(relation))!;
        var bounds = results.Interval(mean);
        var scale = ColumnScale.Of(MetricTable.Find(mean.Metric), [mean.Mean]);
        return
        [
            Readable.Point(point),
            architecture,
            relation.Name,
            scale.Text(relation.DeliveryTarget!.Value),
            Readable.Significant(results.Arrivals(architecture, point, relation.Name)),
            scale.Text(mean.Mean, bounds?.Low, bounds?.High)
                + HeadlineTable.Mark(bounds)
                + HeadlineTable.Mark(results.Requirement(architecture, point, relation)),
            $"{runs.Met} of {runs.Of}",
            scale.Text(runs.Share.Share, runs.Share.Low, runs.Share.High),
        ];
    }
}
