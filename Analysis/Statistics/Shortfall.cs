using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>How far an architecture stays behind what is required where it does worst.</summary>
/// <remarks>
/// By means, whatever their intervals: not knowing much about a design must not make it better than one that just fails. For the same reason all is missing of
/// what was not measured.
/// </remarks>
/// <param name="Part">Part of the required value that is missing [1], 0 to 1.</param>
/// <param name="Of">The requirement that it is about; null where no mean stays behind.</param>
/// <param name="Mean">What was measured, in the unit of the metric; null where nothing was.</param>
public sealed record Shortfall(double Part, Requirement? Of, double? Mean)
{
    /// <summary>Where it cannot work at all, everything is missing.</summary>
    public static Shortfall Total { get; } = new(1, null, null);

    private static Shortfall None { get; } = new(0, null, null);

    /// <summary>The worst over some points and all requirements.</summary>
    public static Shortfall Worst(ComparisonResults results, string architecture, IEnumerable<string> points)
    {
        ArgumentNullException.ThrowIfNull(results);
        return (
                from point in points
                from required in results.Requirements
                let row = results.Find(architecture, point, required.Subject, required.Metric)
                where row is null || row.Mean < required.Target
                select row is null ? new Shortfall(1, required, null) : new Shortfall(1 - (row.Mean / required.Target), required, row.Mean)
            ).MaxBy(one => one.Part) ?? None;
    }

    /// <summary>What was measured, for a reader; empty where no mean stays behind, or there is none.</summary>
    public string Text => Of is { } required && Mean is { } mean ? Readable.Value(MetricTable.Find(required.Metric), mean) : "";
}
