using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Scenarios.Results;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>How many replications give the precision that was asked for.</summary>
internal static class Sufficiency
{
    /// <summary>The spread of fewer values is itself a guess [1]; where a precision is asked for, no cell has fewer.</summary>
    public const int Fewest = 5;

    /// <summary>More than this is a sign that the metric needs another look, not more runs [1].</summary>
    public const int Most = 1000;

    private static readonly string[] Metrics =
    [
        "latency-mean",
        "latency-p95",
        "delivery",
        "reaction-time-mean",
        "reaction-time-p95",
        "energy-per-day",
    ];

    /// <summary>Replications after which the intervals will probably be narrow enough; those that there are if they are already.</summary>
    /// <param name="results">The cases of one comparison.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="there">Replications that there are [1].</param>
    public static int Replications(IReadOnlyList<CaseResult> results, RunRequest request, int there)
    {
        if (request.Precision is not { } target)
        {
            return there;
        }

        var precision = new RelativePrecision(target, request.Confidence);
        var needed = Means(results).Select(mean => Needed(precision, mean.Values, there) ?? there).DefaultIfEmpty(there).Max();
        return (int)Math.Min(needed, Math.Max(there, Most));
    }

    /// <summary>The mean that asks for the most replications, if any asks for more than there are.</summary>
    /// <param name="results">The cases of one comparison.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="there">Replications that there are [1].</param>
    public static PrecisionMiss? Slowest(IReadOnlyList<CaseResult> results, RunRequest request, int there)
    {
        if (request.Precision is not { } target)
        {
            return null;
        }

        var precision = new RelativePrecision(target, request.Confidence);
        var (mean, needed) = Means(results)
            .Select(mean => (Mean: mean, Needed: Needed(precision, mean.Values, there) ?? 0))
            .DefaultIfEmpty()
            .MaxBy(one => one.Needed);
        return needed > there ? new PrecisionMiss(mean.Cell, mean.Metric, mean.Relation, Reason(precision, mean.Values, there)) : null;
    }

    /// <summary>The means whose intervals are still too wide.</summary>
    /// <param name="results">The cases of one comparison.</param>
    /// <param name="request">What was asked for.</param>
    public static IReadOnlyList<PrecisionMiss> Missed(IReadOnlyList<CaseResult> results, RunRequest request)
    {
        if (request.Precision is not { } target)
        {
            return [];
        }

        var precision = new RelativePrecision(target, request.Confidence);
        var there = results.SelectMany(result => result.Runs).Select(row => row.Replication).DefaultIfEmpty(0).Max();
        return
        [
            .. Means(results)
                .Where(mean => !precision.IsReached(mean.Values))
                .Select(mean => new PrecisionMiss(mean.Cell, mean.Metric, mean.Relation, Reason(precision, mean.Values, there))),
        ];
    }

    private static string Reason(RelativePrecision precision, double[] values, int there)
    {
        if (values.Length < 2)
        {
            return $"no interval, for only {values.Length} of {there} replications measured it";
        }

        if (precision.Of(values) is not { } reached)
        {
            return "its mean is 0, and no interval is narrow beside that";
        }

        var needed = Needed(precision, values, there) is { } count ? $"about {count} would be needed" : "no sensible number would do";
        return $"±{Readable.Percent(reached)} instead of ±{Readable.Percent(precision.Target)} after {there} replications; {needed}"
            + (there >= Most ? $", and {Most} are the most that --precision runs" : "");
    }

    /// <summary>Not every replication need measure what is asked for: where nothing arrives there is no latency.</summary>
    private static long? Needed(RelativePrecision precision, double[] values, int there) =>
        precision.Needed(values) is { } needed ? ((long)needed * there + values.Length - 1) / values.Length : null;

    private static IEnumerable<(string Cell, string Relation, string Metric, double[] Values)> Means(IEnumerable<CaseResult> results) =>
        results
            .SelectMany(result => result.Runs)
            .Where(row => Metrics.Contains(row.Metric))
            .GroupBy(row => (row.Comparison, row.Architecture, row.Point, row.Relation, row.Metric))
            .Select(group =>
                (
                    $"{group.Key.Comparison}/{group.Key.Architecture}/{group.Key.Point}",
                    group.Key.Relation,
                    group.Key.Metric,
                    group.Select(row => row.Value).ToArray()
                )
            );
}
