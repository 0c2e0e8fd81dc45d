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
        Assert.That(Texts(Values("delivery-in-time", 0.97, 0.99, 0.98)), Has.Some.Contains("do not tell whether direct delivers reading"));

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
        Assert.That(Texts(Values("latency-mean", 1, 1, 1)), Has.Some.Contains("is the same in every replication"));

    [Test]
    public void A_metric_that_some_replications_lack_is_noticed() =>
        Assert.That(
            Texts([.. Values("delivery", 0.9, 0.91, 0.92), .. Values("latency-p95", 1, 1.01)]),
            Has.Some.StartsWith("Reading could not be measured in every replication, in 1 cell(s): only 2 of 3 for direct")
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

        Assert.That(remarks.Select(remark => remark.Text), Has.Some.StartsWith("Meeting the same luck on both sides left"));
    }

    private static IEnumerable<string> Texts(IEnumerable<RunRow> runs) => AllChecks.Of(Results(runs)).Select(remark => remark.Text);

    private static ComparisonResults Results(IEnumerable<RunRow> runs, bool quick = false) =>
        ComparisonResults.Of(new("", SampleStudy.Manifest(quick: quick), [.. runs], [], [], []), "metering-scale");

    private static IEnumerable<RunRow> Values(string metric, params double[] values) =>
        values.Select(
            (value, i) => new RunRow("metering-scale", "direct", "m2m", "", i + 1, "reading", metric, value, MetricTable.Find(metric).Unit)
        );
}
