using M2mVsIoTSim.Analysis.Checks;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Checks;

public sealed class SurvivorCheckTests
{
    [Test]
    public void A_latency_of_survivors_is_told_where_deliveries_differ() =>
        Assert.That(
            Texts([0.99, 0.991, 0.989, 0.99], [0.90, 0.901, 0.899, 0.9005]),
            Has.One.EqualTo(
                $"Latency of reading, direct against brokered: it is that of messages which arrived, and delivery differs ({Readable.Percent(0.99)} against {Readable.Percent(0.900125)}); compare deadline misses."
            )
        );

    [Test]
    public void A_difference_by_chance_is_not_told() => Assert.That(Texts([0.99, 0.98, 0.97, 0.99], [0.98, 0.99, 0.99, 0.96]), Is.Empty);

    [Test]
    public void A_difference_that_cannot_move_a_percentile_is_not_told() =>
        Assert.That(Texts([0.9999, 0.99991, 0.9999, 0.99989], [0.9996, 0.99961, 0.9996, 0.9996]), Is.Empty);

    private static IEnumerable<string> Texts(double[] direct, double[] brokered)
    {
        RunRow[] runs = [.. Rows("direct", "delivery", direct), .. Rows("brokered", "delivery", brokered), .. Latencies()];
        var results = ComparisonResults.Of(new("", SampleStudy.Manifest(), runs, [], [], []), "metering-scale");
        return new SurvivorCheck().Of(results).Select(remark => remark.Text);
    }

    private static IEnumerable<RunRow> Latencies() =>
        Rows("direct", "latency-mean", [1, 1.1, 1, 1]).Concat(Rows("brokered", "latency-mean", [1, 1, 1.1, 1]));

    private static IEnumerable<RunRow> Rows(string architecture, string metric, double[] values) =>
        values.Select(
            (value, i) =>
                new RunRow("metering-scale", architecture, "m2m", "", i + 1, "reading", metric, value, MetricTable.Find(metric).Unit)
        );
}
