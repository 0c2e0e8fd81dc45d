using CsCheck;
using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Analysis.Data;

public sealed class RowFileTests
{
    private static readonly RunRow Row = new("scale", "direct", "m2m", "meter.count=100", 1, "reading", "latency-mean", 0.1, "s");

    [Test]
    public void Runs_have_the_documented_columns() =>
        Assert.That(
            RowFile.ToText([Row]),
            Is.EqualTo(
                "comparison,architecture,family,point,replication,relation,metric,value,unit\n"
                    + "scale,direct,m2m,meter.count=100,1,reading,latency-mean,0.1,s\n"
            )
        );

    [Test]
    public void Every_finite_value_reads_back_exactly() =>
        Gen
            .Double.Where(double.IsFinite)
            .Sample(value =>
            {
                using var folder = new TemporaryFolder();
                RowFile.WriteTo(folder.Path, [Row with { Value = value }]);
                return RowFile.ReadFrom<RunRow>(folder.Path)[0].Value.Equals(value);
            });

    [Test]
    public void Text_with_commas_quotes_and_line_breaks_reads_back()
    {
        var row = Row with { Point = "access=lte-cat1,meter.count=100", Architecture = "a \"quoted\"\nname, é" };

        Assert.That(Again([row]), Is.EqualTo(new[] { row }));
    }

    [Test]
    public void The_order_of_rows_does_not_change_the_bytes()
    {
        RunRow[] rows = [.. Enumerable.Range(1, 12).Select(i => Row with { Replication = i })];

        Assert.That(RowFile.ToText(rows.Reverse()), Is.EqualTo(RowFile.ToText(rows)));
    }

    [Test]
    public void Replication_10_comes_after_replication_9() =>
        Assert.That(Again([Row with { Replication = 10 }, Row with { Replication = 9 }])[0].Replication, Is.EqualTo(9));

    [Test]
    public void Two_values_for_the_same_thing_are_refused() =>
        Assert.That(
            () => RowFile.ToText([Row, Row with { Value = 2 }]),
            Throws.TypeOf<ResultFormatException>().With.Message.Contains("two rows describe the same thing")
        );

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_value_that_is_not_finite_is_refused(double value) =>
        Assert.That(() => RowFile.ToText([Row with { Value = value }]), Throws.TypeOf<ResultFormatException>());

    [Test]
    public void An_unknown_metric_is_refused() =>
        Assert.That(
            () => RowFile.ToText([Row with { Metric = "latency-p12" }]),
            Throws.TypeOf<ResultFormatException>().With.Message.Contains("'latency-p12' is not a metric")
        );

    [Test]
    public void A_value_in_another_unit_is_refused() =>
        Assert.That(
            () => RowFile.ToText([Row with { Unit = "ms" }]),
            Throws.TypeOf<ResultFormatException>().With.Message.Contains("measured in 's'")
        );

    [TestCase("comparison,architecture\nscale,direct\n")]
    [TestCase("comparison,architecture,family,point,replication,relation,metric,value,unit\nscale,direct,m2m,,1,reading\n")]
    [TestCase("comparison,architecture,family,point,replication,relation,metric,value,unit\nscale,direct,m2m,,1,,latency-mean,fast,s\n")]
    public void A_malformed_file_is_refused_by_name(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "runs.csv"), text);

        Assert.That(() => RowFile.ReadFrom<RunRow>(folder.Path), Throws.TypeOf<ResultFormatException>().With.Message.Contains("runs.csv"));
    }

    [Test]
    public void A_missing_file_is_named() =>
        Assert.That(
            () => RowFile.ReadFrom<RunRow>("/nowhere"),
            Throws.TypeOf<ResultFormatException>().With.Message.Contains("/nowhere/runs.csv: there is no such file")
        );

    [Test]
    public void Distributions_read_back()
    {
        DistributionRow[] rows = [DistributionRow.Of("scale", "direct", "", 1, "reading", "latency", 400, 17)];

        Assert.That(Again(rows), Is.EqualTo(rows));
    }

    [Test]
    public void Hops_read_back()
    {
        HopRow[] rows = [new("scale", "direct", "", 1, "reading", 1, "access", 0.25, 1)];

        Assert.That(Again(rows), Is.EqualTo(rows));
    }

    [Test]
    public void The_topology_reads_back()
    {
        TopologyRow[] rows = [new("scale", "direct", "", "node", "meter", "ADN, water-meter", 5000)];

        Assert.That(Again(rows), Is.EqualTo(rows));
    }

    [Test]
    public void A_summary_without_an_interval_reads_back()
    {
        SummaryRow[] rows = [new("scale", "direct", "m2m", "", "reading", "delivery", 1, 0.9, null, null, null, "1")];

        Assert.That(Again(rows), Is.EqualTo(rows));
    }

    [TestCase(Verdict.ALower)]
    [TestCase(Verdict.NoSignificantDifference)]
    [TestCase(Verdict.Equivalent)]
    public void A_comparison_reads_back(Verdict verdict)
    {
        ComparisonRow[] rows =
        [
            new(
                "scale",
                "",
                "reading",
                "delivery",
                "a",
                "b",
                5,
                -0.1,
                0.05,
                -0.15,
                -0.05,
                -0.1,
                0.001,
                0.01,
                0.05,
                0.2,
                verdict,
                0.9,
                null,
                "1"
            ),
        ];

        Assert.That(Again(rows), Is.EqualTo(rows));
    }

    [Test]
    public void A_verdict_is_written_in_words() =>
        Assert.That(
            RowFile.ToText<ComparisonRow>([
                new(
                    "c",
                    "",
                    "",
                    "delivery",
                    "a",
                    "b",
                    1,
                    0,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Verdict.ALower,
                    null,
                    null,
                    "1"
                ),
            ]),
            Does.Contain(",A lower,")
        );

    private static IReadOnlyList<T> Again<T>(IEnumerable<T> rows)
        where T : IRow<T>
    {
        using var folder = new TemporaryFolder();
        RowFile.WriteTo(folder.Path, rows);
        return RowFile.ReadFrom<T>(folder.Path);
    }
}
