using M2mVsIoTSim.Analysis.Checks;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Checks;

public sealed class CheckTests
{
    [Test]
    public void A_wide_interval_gets_advice() =>
        Assert.That(
            Texts(Values("latency-mean", 0.5, 1, 1.5, 1.2)),
            Has.Some.Matches("^Four replications leave ±\\d+.% on latency-mean of reading of direct; use \\d+ for ±10.%\\.$")
        );

    [Test]
    public void A_narrow_interval_gets_none() =>
        Assert.That(Texts(Values("latency-mean", 1, 1.01, 0.99, 1)), Has.None.Contains("replications leave"));

    [Test]
    public void A_missed_requirement_is_named() =>
        Assert.That(
            Texts(Values("delivery-in-time", 0.9, 0.91, 0.9, 0.89)),
            Has.Some.StartsWith("Delivery of reading is below its requirement in direct")
        );

    [Test]
    public void A_requirement_within_the_interval_is_unclear() =>
        Assert.That(
            Texts(Values("delivery-in-time", 0.97, 0.99, 0.98)),
            Has.Some.Contains("do not tell whether direct does what is required of reading")
        );

    [Test]
    public void A_met_requirement_needs_no_words() =>
        Assert.That(Texts(Values("delivery-in-time", 0.999, 0.998, 0.9985)), Has.None.Contains("reading"));

    [Test]
    public void A_quick_run_is_marked() =>
        Assert.That(AllChecks.Of(Results(Values("latency-mean", 1, 1.01), quick: true))[0].Text, Does.StartWith("This is a quick run"));

    [Test]
    public void One_replication_is_too_few() =>
        Assert.That(Texts(Values("latency-mean", 1)), Has.Some.StartsWith("One replication says nothing"));

    [Test]
    public void A_latency_that_never_varies_is_noticed() =>
        Assert.That(
            Texts(Values("latency-mean", 1, 1, 1)),
            Has.Some.StartsWith("latency-mean of reading in direct is the same in every replication")
        );

    [Test]
    public void A_metric_that_some_replications_lack_is_noticed() =>
        Assert.That(
            Texts([.. Values("delivery", 0.9, 0.91, 0.92), .. Values("latency-p95", 1, 1.01)]),
            Has.Some.StartsWith("Reading could not be measured in every replication, in one case: only 2 of 3 for direct")
        );

    [Test]
    public void Warnings_of_the_simulator_are_passed_on() =>
        Assert.That(Texts(Values("latency-mean", 1, 1.01)), Has.Some.Contains("outside the domain"));

    [Test]
    public void Common_luck_is_accounted_for()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 5);

        var remarks = AllChecks.Of(ComparisonResults.Of(ResultFolder.Read(folder.Path), "metering-scale"));

        Assert.That(remarks.Select(remark => remark.Text), Has.Some.Contains("as surely as").And.None.Contains("variance"));
    }

    [Test]
    public void Too_few_messages_get_the_advice_to_run_longer() =>
        Assert.That(
            // With a requirement of 98 %, ln 0.025 / ln 0.98 = 183 arrivals are needed, and 15 are there.
            Texts([.. Values("delivery-in-time", 1, 1, 1), .. Values("expected-arrivals", 5, 5, 5)]).Select(Plain),
            Has.Some.EqualTo(
                "Too few messages tell whether direct delivers reading as required (the only point): 15 arrivals were due in all replications "
                    + "together; to show 98 %, 183 must be due and all of them arrive. A duration 13 times as long would do, or as many more replications."
            )
        );

    [Test]
    public void A_start_that_raises_the_mean_asks_for_a_longer_warm_up() =>
        Assert.That(
            Texts([
                .. Values("latency-mean", 1.1, 1.12, 1.09),
                .. Values("latency-settled", 1, 1.01, 1),
                .. Values("warm-up-left", 0.1, 0.1, 0.1),
            ]),
            Has.Some.StartsWith("The latency of reading has not settled").And.Some.EndsWith("Set a longer warm-up.")
        );

    [Test]
    public void A_start_that_changes_nothing_is_not_mentioned() =>
        Assert.That(
            Texts([
                .. Values("latency-mean", 1, 1.01, 1),
                .. Values("latency-settled", 1.001, 1.009, 1),
                .. Values("warm-up-left", 0.1, 0.1, 0.1),
            ]),
            Has.None.Contains("settled")
        );

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private static IEnumerable<string> Texts(IEnumerable<RunRow> runs) => AllChecks.Of(Results(runs)).Select(remark => remark.Text);

    private static ComparisonResults Results(IEnumerable<RunRow> runs, bool quick = false) =>
        ComparisonResults.Of(new("", SampleStudy.Manifest(quick: quick), [.. runs], [], [], []), "metering-scale");

    private static IEnumerable<RunRow> Values(string metric, params double[] values) =>
        values.Select(
            (value, i) => new RunRow("metering-scale", "direct", "m2m", "", i + 1, "reading", metric, value, MetricTable.Find(metric).Unit)
        );
}
