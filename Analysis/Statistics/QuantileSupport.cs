using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>Whether a replication holds enough messages for a high percentile of their latencies.</summary>
/// <remarks>
/// Of fewer than 1/(1 − q) values the q-th percentile is their maximum, whatever the distribution: it says more about how many there were
/// than about how long they took.
/// </remarks>
internal static class QuantileSupport
{
    /// <summary>The fewest arrivals a replication of which the percentile is not just the largest value [1]; 0 for any other metric.</summary>
    public static double Fewest(string metric) =>
        metric switch
        {
            "latency-p95" or "reaction-time-p95" or "detection-delay-p95" => 20,
            "latency-p99" or "reaction-time-p99" => 100,
            _ => 0,
        };

    /// <summary>The metric that counts the values of which there is a percentile.</summary>
    public static string CountOf(string metric) => metric == "detection-delay-p95" ? "faults" : "expected-arrivals";

    /// <summary>Whether so many arrivals are enough.</summary>
    /// <param name="metric">A name of <see cref="MetricTable"/>.</param>
    /// <param name="expected">Arrivals expected in a replication, on average [1]; null where that was not counted, which forbids nothing.</param>
    /// <param name="delivery">Share of them that happened [1]; null where that was not measured.</param>
    public static bool IsEnough(string metric, double? expected, double? delivery) =>
        expected is not { } arrivals || arrivals * (delivery ?? 1) >= Fewest(metric);
}
