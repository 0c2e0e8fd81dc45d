using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>Parts sum to their wholes in the tables that users read.</summary>
public sealed class AccountTests
{
    private static readonly Lazy<(IReadOnlyList<RunRow> Runs, IReadOnlyList<HopRow> Hops)> Shipped = new(Run);

    // Sums of nanoseconds divided once on each side: rounding alone, a few parts in 10¹⁶ for each stage.
    [Test]
    public void The_waterfall_sums_to_the_mean_latency() =>
        Assert.That(Runs("latency-mean").Select(row => Math.Abs(Waterfall(row) / row.Value - 1)), Is.All.LessThan(1e-9));

    [Test]
    public void The_shares_of_the_waterfall_sum_to_one() =>
        Assert.That(
            Shipped
                .Value.Hops.GroupBy(hop => (hop.Comparison, hop.Architecture, hop.Point, hop.Replication, hop.Relation))
                .Select(hops => hops.Sum(hop => hop.Share)),
            Is.All.EqualTo(1).Within(1e-9)
        );

    [Test]
    public void The_energy_of_the_states_sums_to_the_energy_of_the_device() =>
        Assert.That(
            Runs("energy-per-day").Where(row => row.Relation.Length > 0).Select(row => Math.Abs(States(row) / row.Value - 1)),
            Is.All.LessThan(1e-9)
        );

    [Test]
    public void Delivered_and_dropped_sum_to_one() =>
        Assert.That(Runs("delivery").Select(row => row.Value + Dropped(row)), Is.All.EqualTo(1).Within(1e-9));

    [Test]
    public void What_is_in_time_was_delivered() =>
        Assert.That(Runs("delivery-in-time").Select(row => row.Value - Same(row, "delivery")), Is.All.LessThanOrEqualTo(0));

    [Test]
    public void Quantiles_of_latency_are_in_order() =>
        Assert.That(
            Runs("latency-p50").Select(row => (double[])[row.Value, Same(row, "latency-p95"), Same(row, "latency-p99")]),
            Is.All.Ordered
        );

    private static IEnumerable<RunRow> Runs(string metric) => Shipped.Value.Runs.Where(row => row.Metric == metric);

    private static readonly Lazy<ILookup<(string, string, string, int, string), RunRow>> Cells = new(() =>
        Shipped.Value.Runs.ToLookup(row => (row.Comparison, row.Architecture, row.Point, row.Replication, row.Relation))
    );

    private static readonly Lazy<ILookup<(string, string, string, int, string), HopRow>> Hops = new(() =>
        Shipped.Value.Hops.ToLookup(hop => (hop.Comparison, hop.Architecture, hop.Point, hop.Replication, hop.Relation))
    );

    private static IEnumerable<RunRow> Beside(RunRow row) =>
        Cells.Value[(row.Comparison, row.Architecture, row.Point, row.Replication, row.Relation)];

    private static double Same(RunRow row, string metric) => Beside(row).Single(other => other.Metric == metric).Value;

    private static double States(RunRow row) => Beside(row).Where(other => other.Metric.StartsWith("energy:")).Sum(other => other.Value);

    private static double Dropped(RunRow row) => Beside(row).Where(other => other.Metric.StartsWith("dropped:")).Sum(other => other.Value);

    private static double Waterfall(RunRow row) =>
        Hops.Value[(row.Comparison, row.Architecture, row.Point, row.Replication, row.Relation)].Sum(hop => hop.MeanSeconds);

    private static (IReadOnlyList<RunRow>, IReadOnlyList<HopRow>) Run()
    {
        using var results = new ResultBench();
        results.Run(Study.Load(Repository.Shipped, ConservationTests.Small with { Replications = 1 }));
        return (results.Rows<RunRow>(), results.Rows<HopRow>());
    }
}
