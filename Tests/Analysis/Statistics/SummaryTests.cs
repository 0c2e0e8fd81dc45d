using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

public sealed class SummaryTests
{
    [Test]
    public void A_clear_difference_names_the_lower_one() =>
        Assert.That(VerdictOf([1, 1.1, 0.9, 1], [2, 2.1, 1.9, 2.05]), Is.EqualTo(Verdict.ALower));

    [Test]
    public void Noise_is_no_difference() =>
        Assert.That(VerdictOf([1, 2, 1.5, 0.5], [1.5, 1, 1.6, 1.1]), Is.EqualTo(Verdict.NoSignificantDifference));

    [Test]
    public void Within_a_stated_margin_two_are_equivalent() =>
        Assert.That(VerdictOf([1, 1.01, 0.99, 1], [1.01, 1, 1, 0.99], margin: 0.05), Is.EqualTo(Verdict.Equivalent));

    [Test]
    public void Noise_beyond_the_margin_shows_nothing() =>
        Assert.That(VerdictOf([1, 2, 1.5, 0.5], [1.5, 1, 1.6, 1.1], margin: 0.05), Is.EqualTo(Verdict.NoSignificantDifference));

    [Test]
    public void A_clear_difference_stays_one_within_the_margin() =>
        Assert.That(VerdictOf([1, 1.01, 0.99, 1], [1.01, 1.02, 1, 1.0101], margin: 0.05), Is.EqualTo(Verdict.ALower));

    [Test]
    public void A_margin_is_relative_to_the_smaller_side() =>
        Assert.That(Differences([1, 1.1, 0.9], [2, 2.1, 1.9], margin: 0.05)[0].Margin, Is.EqualTo(0.05).Within(1e-12));

    [Test]
    public void A_percentile_is_not_called_lower_below_its_resolution() =>
        Assert.That(
            DifferenceOf("latency-p95", [1, 1.1, 0.9, 1], [1.001, 1.101, 0.901, 1.0011], ("latency-resolution", 1 / 512.0)).Verdict,
            Is.EqualTo(Verdict.Equivalent)
        );

    [Test]
    public void No_margin_within_the_resolution_shows_equivalence() =>
        Assert.That(
            DifferenceOf(
                "latency-p95",
                [1, 1.1, 0.9, 1],
                [1.001, 1.101, 0.901, 1.0011],
                ("latency-resolution", 1 / 512.0),
                margin: 0.0015
            ).Verdict,
            Is.EqualTo(Verdict.NoSignificantDifference)
        );

    [Test]
    public void The_same_difference_of_exact_percentiles_has_one() =>
        Assert.That(
            DifferenceOf("latency-p95", [1, 1.1, 0.9, 1], [1.001, 1.101, 0.901, 1.0011], ("latency-resolution", 0)).Verdict,
            Is.EqualTo(Verdict.ALower)
        );

    [Test]
    public void The_mean_does_not_suffer_from_the_resolution_of_percentiles() =>
        Assert.That(
            DifferenceOf("latency-mean", [1, 1.1, 0.9, 1], [1.001, 1.101, 0.901, 1.0011], ("latency-resolution", 1 / 512.0)).Verdict,
            Is.EqualTo(Verdict.ALower)
        );

    [Test]
    public void The_margin_of_a_required_share_is_a_part_of_what_may_be_missing() =>
        // 98 % are required of the reading.
        Assert.That(
            DifferenceOf("delivery-in-time", [0.999, 0.998, 0.999], [0.955, 0.956, 0.955]).Margin,
            Is.EqualTo(0.05 * 0.02).Within(1e-12)
        );

    [Test]
    public void A_share_without_a_requirement_has_its_margin_in_percentage_points() =>
        Assert.That(DifferenceOf("dropped:collision", [0.01, 0.02], [0.02, 0.01]).Margin, Is.EqualTo(0.05));

    // 98 % are required; the left interval lies above it in both cases, the right one only in the second.
    [TestCase(0, Verdict.NoSignificantDifference)]
    [TestCase(0.005, Verdict.Equivalent)]
    public void Two_that_a_requirement_tells_apart_are_not_equivalent(double better, Verdict verdict)
    {
        double[] a = [0.9801, 0.9802, 0.9803, 0.9802, 0.9801, 0.9803];
        double[] b = [0.9805, 0.9798, 0.9804, 0.9797, 0.9803, 0.9799];

        Assert.That(
            DifferenceOf("delivery-in-time", [.. a.Select(x => x + better)], [.. b.Select(x => x + better)], margin: 1).Verdict,
            Is.EqualTo(verdict)
        );
    }

    [Test]
    public void The_same_values_are_identical() => Assert.That(VerdictOf([1, 2], [1, 2]), Is.EqualTo(Verdict.Identical));

    [Test]
    public void One_replication_is_not_enough() => Assert.That(VerdictOf([1], [2]), Is.EqualTo(Verdict.NotEnoughReplications));

    [Test]
    public void Replications_that_only_one_side_has_are_left_out() =>
        Assert.That(Differences([1, 1.1, 0.9, 1], [2, 2.1])[0].Pairs, Is.EqualTo(2));

    [Test]
    public void A_folder_gets_both_tables()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 3);

        DerivedTables.Write(folder.Path);

        Assert.That(RowFile.ReadFrom<ComparisonRow>(folder.Path), Is.Not.Empty);
    }

    [Test]
    public void Diagnostics_are_not_compared()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 2);

        DerivedTables.Write(folder.Path);

        Assert.That(RowFile.ReadFrom<ComparisonRow>(folder.Path).Select(row => row.Metric), Has.None.EqualTo("events"));
    }

    private static Verdict VerdictOf(double[] a, double[] b, double? margin = null) => Differences(a, b, margin)[0].Verdict;

    private static IReadOnlyList<ComparisonRow> Differences(double[] a, double[] b, double? margin = null)
    {
        var manifest = SampleStudy.Manifest();
        return Summary.Differences(
            [.. Rows("direct", a), .. Rows("brokered", b)],
            manifest with
            {
                Comparisons = [manifest.Comparisons[0] with { Margin = margin }],
            }
        );
    }

    private static ComparisonRow DifferenceOf(
        string metric,
        double[] a,
        double[] b,
        (string Metric, double Value)? beside = null,
        double margin = 0.05
    )
    {
        var manifest = SampleStudy.Manifest();
        (string Name, double[] Values)[] sides = [("direct", a), ("brokered", b)];
        RunRow[] runs =
        [
            .. sides.SelectMany(side =>
                Rows(side.Name, side.Values)
                    .SelectMany(row =>
                        beside is { } other
                            ? new[] { row with { Metric = metric }, row with { Metric = other.Metric, Value = other.Value } }
                            : [row with { Metric = metric }]
                    )
            ),
        ];
        return Summary
            .Differences(runs, manifest with { Comparisons = [manifest.Comparisons[0] with { Margin = margin }] })
            .Single(row => row.Metric == metric);
    }

    private static IEnumerable<RunRow> Rows(string architecture, double[] values) =>
        values.Select((value, i) => new RunRow("metering-scale", architecture, "m2m", "", i + 1, "reading", "latency-mean", value, "s"));
}
