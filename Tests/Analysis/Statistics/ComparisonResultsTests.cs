using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

public sealed class ComparisonResultsTests
{
    [Test]
    public void A_latency_is_never_negative() => Assert.That(IntervalOf("latency-mean", 0.1, 0.2, 1.2).Low, Is.Zero);

    [Test]
    public void A_share_is_never_above_all() => Assert.That(IntervalOf("delivery-in-time", 0.9, 0.99, 1).High, Is.EqualTo(1));

    [Test]
    public void When_all_replications_agree_the_number_of_arrivals_decides()
    {
        // Three times five arrivals, all of which happened: the lower end is 0.025^(1/15).
        var results = Results([.. Rows("delivery-in-time", 1, 1, 1), .. Rows("expected-arrivals", 5, 5, 5)]);

        Assert.That(
            results.Interval(results.Find("direct", "", "reading", "delivery-in-time")!),
            Is.EqualTo(new Bounds(Math.Pow(0.025, 1 / 15.0), 1, FromCount: true)).Using<Bounds>(Near)
        );
    }

    [Test]
    public void One_replication_has_no_interval()
    {
        var results = Results(Rows("latency-mean", 1));

        Assert.That(results.Interval(results.Means[0]), Is.Null);
    }

    [Test]
    public void A_requirement_is_counted_by_replication()
    {
        var results = Results(Rows("delivery-in-time", 0.99, 0.98, 0.97));

        Assert.That(results.ByReplication("direct", "", results.Requirements[0]), Is.EqualTo((2, 3, Proportion.Wilson(2, 3))));
    }

    [TestCase(11, RequirementStatus.Met)]
    [TestCase(10, RequirementStatus.Unclear)]
    [TestCase(9, RequirementStatus.Missed)]
    public void A_battery_life_is_held_against_what_is_required(double years, RequirementStatus expected)
    {
        var study = SampleStudy.Manifest();
        var comparison = study.Comparisons[0] with { Relations = [], Lifetimes = [new("meter", 10)] };
        double[] values = [years - 0.1, years, years + 0.1];
        RunRow[] runs =
        [
            .. values.Select((value, i) => new RunRow("metering-scale", "direct", "m2m", "", i + 1, "meter", "battery-life", value, "a")),
        ];
        var results = ComparisonResults.Of(new("", study with { Comparisons = [comparison] }, runs, [], [], []), "metering-scale");

        Assert.That(results.Status("direct", "", results.Requirements.Single()), Is.EqualTo(expected));
    }

    private static bool Near(Bounds a, Bounds b) =>
        Math.Abs(a.Low - b.Low) < 1e-9 && Math.Abs(a.High - b.High) < 1e-9 && a.FromCount == b.FromCount;

    private static Bounds IntervalOf(string metric, params double[] values)
    {
        var results = Results(Rows(metric, values));
        return results.Interval(results.Means[0])!;
    }

    private static ComparisonResults Results(IEnumerable<RunRow> runs) =>
        ComparisonResults.Of(new("", SampleStudy.Manifest(), [.. runs], [], [], []), "metering-scale");

    private static IEnumerable<RunRow> Rows(string metric, params double[] values) =>
        values.Select(
            (value, i) => new RunRow("metering-scale", "direct", "m2m", "", i + 1, "reading", metric, value, MetricTable.Find(metric).Unit)
        );
}
