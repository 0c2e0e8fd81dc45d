using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Requirements × cells: what was due, what arrived, and how often a run does what is required.</summary>
internal static class RequirementTable
{
    public const string Legend =
        "Measured: the share that arrived, in time where there is a deadline, or the battery life of the 5th-percentile device; ‡ and the other signs as in the key figures. Runs that met it: a run is one period of the length measured; "
        + "the interval (Wilson, 95 %) is that of the share of all such periods in which the requirement would be met.";

    public static IReadOnlyList<string> Header { get; } =
    ["point", "architecture", "of", "required", "arrivals due, all replications", "measured", "runs that met it", "share of runs [%]"];

    public static IReadOnlyList<IReadOnlyList<string>> Rows(ComparisonResults results) =>
        [
            .. from point in results.Points
            from architecture in results.Architectures
            from required in results.Requirements
            let row = Row(results, architecture, point, required)
            where row is not null
            select row,
        ];

    private static IReadOnlyList<string>? Row(ComparisonResults results, string architecture, string point, Requirement required)
    {
        if (results.ByReplication(architecture, point, required) is not { } runs)
            return null;
        var mean = results.Find(architecture, point, required.Subject, required.Metric)!;
        var bounds = results.Interval(mean);
        var scale = ColumnScale.Of(MetricTable.Find(mean.Metric), [mean.Mean, required.Target]);
        var share = ColumnScale.Of(MetricTable.Find("delivery"), [1]);
        return
        [
            Readable.Point(point),
            architecture,
            required.Subject,
            scale.TextWithUnit(required.Target),
            results.Arrivals(architecture, point, required.Subject, required.Metric) is > 0 and var due ? Readable.Significant(due) : "–",
            scale.LevelWithUnit(mean.Mean, bounds?.Low, bounds?.High)
                + HeadlineTable.Mark(bounds)
                + HeadlineTable.MarkFew(results, mean)
                + HeadlineTable.Mark(results.Status(architecture, point, required)),
            $"{runs.Met} of {runs.Of}",
            share.Text(runs.Share.Share, runs.Share.Low, runs.Share.High),
        ];
    }
}
