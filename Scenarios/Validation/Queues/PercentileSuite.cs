using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Queues;

/// <summary>The percentiles of latency that a case reports, from values whose percentiles are known.</summary>
internal static class PercentileSuite
{
    private const int Few = 100_000;
    private const int Many = 300_000;
    private const int Replications = 30;
    private static readonly Purpose Value = Purpose.Named("value");

    public static ValidationSuite Create() =>
        new(
            "latency-percentiles",
            "Percentiles of latency",
            "Quantiles of the exponential distribution, −ln(1 − p); those of a stay in M/M/1: Kleinrock, as for queues with one server. Order statistics: sorted values. Derived: evaluated in double precision.",
            $"The estimator that gives `latency-p50`, `latency-p95` and `latency-p99` of a case, in 30 replications. With {Few} values each it keeps all of them, with {Many} it counts them in buckets at most 0.2 % wide; then it is also held against the sorted values of the first replication.",
            [],
            [
                .. Exponential(Few),
                .. Exponential(Many),
                .. new Queue(0.8, luck => luck.Exponential(1)).Rows(
                    Many,
                    new("Stay in M/M/1, load 0.8: median", "s", Math.Log(2) / 0.2, run => Estimate(run.Stays, 0.5)),
                    new("Stay in M/M/1, load 0.8: 95th percentile", "s", -Math.Log(0.05) / 0.2, run => Estimate(run.Stays, 0.95)),
                    new("Stay in M/M/1, load 0.8: 99th percentile", "s", -Math.Log(0.01) / 0.2, run => Estimate(run.Stays, 0.99))
                ),
                Sorted(Few, 0.95, Criterion.Exact),
                Sorted(Many, 0.5, Criterion.Within(LatencyQuantiles.BucketWidth)),
                Sorted(Many, 0.95, Criterion.Within(LatencyQuantiles.BucketWidth)),
                Sorted(Many, 0.99, Criterion.Within(LatencyQuantiles.BucketWidth)),
            ]
        );

    private static IEnumerable<ValidationRow> Exponential(int count) =>
        Statistic<LatencyQuantiles>.Rows(
            Enumerable.Range(0, Replications).Select(replication => Of(Draws(replication, count))),
            Criterion.InInterval(0.005),
            [
                .. Shares.Select(share => new Statistic<LatencyQuantiles>(
                    $"{count} exponential values: {Name(share)}",
                    "s",
                    -Math.Log(1 - share),
                    quantiles => quantiles.Quantile(share)!.Value
                )),
            ]
        );

    private static ValidationRow Sorted(int count, double share, Criterion criterion) =>
        new(
            $"{count} exponential values: relative error of the {Name(share)} against the sorted values",
            "1",
            0,
            criterion,
            () =>
            {
                var values = Draws(0, count);
                var estimate = Of(values).Quantile(share)!.Value;
                Array.Sort(values);
                return Measurement.Computed(estimate / values[(int)Math.Ceiling(share * count) - 1].TotalSeconds - 1);
            }
        );

    private static double[] Shares => [0.5, 0.95, 0.99];

    private static string Name(double share) => share == 0.5 ? "median" : $"{100 * share:0}th percentile";

    private static Duration[] Draws(int replication, int count)
    {
        var draws = new Simulation(seed: 11, replication).Random.Stream(Entity.Of("percentile"), Value);
        return [.. Enumerable.Range(0, count).Select(_ => draws.Exponential(1).Seconds)];
    }

    private static LatencyQuantiles Of(IEnumerable<Duration> latencies)
    {
        var quantiles = new LatencyQuantiles();
        foreach (var latency in latencies)
        {
            quantiles.Add(latency);
        }

        return quantiles;
    }

    private static double Estimate(double[] stays, double share) => Of(stays.Select(stay => stay.Seconds)).Quantile(share)!.Value;
}
