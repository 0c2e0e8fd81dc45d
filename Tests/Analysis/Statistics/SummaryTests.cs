using M2mVsIoTSim.Analysis.Data;
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

        Summary.Write(folder.Path);

        Assert.That(RowFile.ReadFrom<ComparisonRow>(folder.Path), Is.Not.Empty);
    }

    [Test]
    public void Diagnostics_are_not_compared()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 2);

        Summary.Write(folder.Path);

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

    private static IEnumerable<RunRow> Rows(string architecture, double[] values) =>
        values.Select((value, i) => new RunRow("metering-scale", architecture, "m2m", "", i + 1, "reading", "latency-mean", value, "s"));
}
