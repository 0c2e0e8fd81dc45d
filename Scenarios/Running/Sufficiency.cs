using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Scenarios.Results;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>How many replications give the precision that was asked for.</summary>
internal static class Sufficiency
{
    /// <summary>More than this is a sign that the metric needs another look, not more runs.</summary>
    private const int Most = 1000;

    private static readonly string[] Metrics = ["latency-mean", "latency-p95", "delivery", "energy-per-day"];

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
        var needed = results
            .SelectMany(result => result.Runs)
            .Where(row => Metrics.Contains(row.Metric))
            .GroupBy(row => (row.Architecture, row.Point, row.Relation, row.Metric))
            .Select(group => precision.Needed([.. group.Select(row => row.Value)]) ?? there)
            .DefaultIfEmpty(there)
            .Max();
        return Math.Min(needed, Math.Max(there, Most));
    }
}
