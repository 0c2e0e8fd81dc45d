using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Reports;

public sealed class AnswerTests
{
    private static readonly double[] Low = [1, 1.01, 0.99, 1];
    private static readonly double[] High = [2, 2.03, 1.98, 2.01];
    private static readonly double[] Noisy = [0.9, 1.3, 0.7, 1.1];

    [Test]
    public void One_differing_factor_is_named_as_the_cause() =>
        Assert.That(
            Of("latency-p95", Low, High, factors: 1).Lead,
            Is.EqualTo(
                "direct and brokered differ in one factor, mediation (direct against broker). The differences below are because of mediation."
            )
        );

    [Test]
    public void Several_differing_factors_are_a_package() =>
        Assert.That(
            Of("latency-p95", Low, High, factors: 3).Lead,
            Is.EqualTo(
                "direct and brokered differ as a package, in 3 factors: mediation (direct against broker), security (ipsec against tls-1.3), "
                    + "place of the logic (head-end against cloud). None of them alone can be named as the cause."
            )
        );

    [Test]
    public void A_package_never_has_a_cause() => Assert.That(Of("latency-p95", Low, High, factors: 3).Lead, Does.Not.Contain("because"));

    [Test]
    public void Without_a_difference_there_is_no_cause() =>
        Assert.That(
            Of("latency-p95", Low, Noisy, factors: 1).Lead,
            Does.EndWith("No significant difference was found in any of the figures below, which does not show that there is none.")
        );

    [Test]
    public void The_same_in_every_replication_is_more_than_no_difference_found() =>
        Assert.That(
            Of("latency-p95", Low, Low, factors: 1).Lead,
            Does.EndWith("Each of the figures below is the same in every replication: here, mediation changes none of them.")
        );

    [Test]
    public void Equivalence_names_its_margin() =>
        Assert.That(
            Plain(Of("latency-p95", [1, 1.01, 0.99, 1], [1.01, 1, 1, 0.99], factors: 1, margin: 0.05).Lead),
            Does.EndWith("All of the figures below are the same or equivalent within the margins told there.")
        );

    [Test]
    public void A_difference_that_does_not_matter_is_called_so() =>
        Assert.That(
            Plain(Of("latency-p95", [1, 1.01, 0.99, 1], [1.01, 1.02, 1, 1.0101], factors: 1, margin: 0.05).Findings[0]),
            Does.EndWith(", which is within the margin of 5 %.")
        );

    [Test]
    public void Without_recorded_factors_there_is_no_cause() =>
        Assert.That(
            Of("latency-p95", Low, High, factors: 0).Lead,
            Is.EqualTo("direct and brokered: no factor is recorded in which they differ.")
        );

    [Test]
    public void The_lower_latency_is_named_with_its_size() =>
        Assert.That(
            Plain(Of("latency-p95", Low, High, factors: 1).Findings[0]),
            Is.EqualTo("95th percentile of latency of reading: lower with direct, by 50 %.")
        );

    [Test]
    public void Seen_from_the_other_side_the_size_is_the_same() =>
        Assert.That(
            Plain(Of("latency-p95", High, Low, factors: 1).Findings[0]),
            Is.EqualTo("95th percentile of latency of reading: lower with brokered, by 50 %.")
        );

    [Test]
    public void Where_more_is_better_the_higher_one_is_named() =>
        Assert.That(
            Plain(Of("delivery-in-time", [0.99, 0.991, 0.989], [0.9, 0.9, 0.9], factors: 1).Findings[0]),
            Is.EqualTo("Delivery in time of reading: higher with direct, by 9.00 percentage points.")
        );

    [Test]
    public void A_difference_of_many_times_is_told_as_such() =>
        Assert.That(
            Of(
                Rows("direct", "battery-life", [45, 45.4, 44.7, 45]),
                Rows("brokered", "battery-life", [1, 1.01, 0.99, 1]),
                SampleStudy.Manifest()
            ).Findings[0],
            Does.EndWith("higher with direct, at least 25 times as much.")
        );

    [Test]
    public void Batteries_that_outlast_what_is_told_are_not_told_apart() =>
        Assert.That(
            Plain(
                Of(
                    Rows("direct", "battery-life", [116, 117, 115, 116]),
                    Rows("brokered", "battery-life", [176, 177, 175, 176]),
                    SampleStudy.Manifest()
                ).Findings[0]
            ),
            Is.EqualTo("Battery life (5th percentile) of reading: > 25 years with both.")
        );

    [Test]
    public void A_share_of_a_handful_of_messages_gets_no_verdict()
    {
        double[] due = [7, 7, 7, 8];
        var answer = Of(
            [.. Rows("direct", "delivery", [0.9, 0.91, 0.89, 0.9]), .. Rows("direct", "expected-arrivals", due)],
            [.. Rows("brokered", "delivery", [0.5, 0.51, 0.49, 0.5]), .. Rows("brokered", "expected-arrivals", due)],
            SampleStudy.Manifest()
        );

        Assert.That(answer.Findings[0], Is.EqualTo("Delivery of reading: too few messages for a share."));
    }

    [Test]
    public void A_percentile_of_a_handful_of_messages_gets_no_verdict() =>
        Assert.That(
            Of(
                [.. Rows("direct", "latency-p95", Low), .. Rows("direct", "expected-arrivals", [5, 5, 5, 6])],
                [.. Rows("brokered", "latency-p95", High), .. Rows("brokered", "expected-arrivals", [5, 5, 5, 6])],
                SampleStudy.Manifest()
            ).Findings[0],
            Is.EqualTo("95th percentile of latency of reading: too few messages for a 95th percentile.")
        );

    [Test]
    public void What_one_side_does_not_count_stands_with_the_verdict()
    {
        var manifest = SampleStudy.Manifest();
        var (direct, brokered) = (manifest.Comparisons[0].Architectures[0], manifest.Comparisons[0].Architectures[1]);
        manifest = manifest with
        {
            Comparisons =
            [
                manifest.Comparisons[0] with
                {
                    Architectures = [direct, brokered with { Unmetered = ["the operator's network of lte-cat1"] }],
                },
            ],
        };

        Assert.That(
            Of(
                Rows("direct", "energy-per-day", High).Select(row => row with { Relation = "" }),
                Rows("brokered", "energy-per-day", Low).Select(row => row with { Relation = "" }),
                manifest
            ).Findings[0],
            Does.EndWith(". Not counted: with brokered, the operator's network of lte-cat1.")
        );
    }

    [Test]
    public void Of_long_lists_only_the_parts_that_differ_are_named()
    {
        var manifest = SampleStudy.Manifest();
        manifest = manifest with
        {
            Comparisons =
            [
                manifest.Comparisons[0] with
                {
                    Differences = [new("direct", "brokered", [new("wide-area path", "vpn, internet, lan", "internet, lan")])],
                },
            ],
        };

        Assert.That(
            Of(Rows("direct", "latency-p95", Low), Rows("brokered", "latency-p95", High), manifest).Lead,
            Does.StartWith("direct and brokered differ in one factor, wide-area path (with vpn against without).")
        );
    }

    [Test]
    public void No_significant_difference_is_said_so() =>
        Assert.That(
            Plain(Of("latency-p95", Low, Noisy, factors: 1).Findings[0]),
            Does.Match(
                ": no significant difference \\(up to [0-9]+ % higher with direct and up to [0-9]+ % higher with brokered remain possible\\)\\.$"
            )
        );

    [Test]
    public void One_replication_is_too_few_to_tell() =>
        Assert.That(Of("latency-p95", [1], [2], factors: 1).Findings[0], Does.EndWith(": too few replications to tell."));

    [Test]
    public void A_difference_from_nothing_is_given_in_its_unit() =>
        Assert.That(
            Plain(Of("latency-p95", High, [0, 0, 0, 0], factors: 1).Findings[0]),
            Is.EqualTo("95th percentile of latency of reading: lower with brokered, by 2.00 s.").Or.EndsWith("by 100 %.")
        );

    [TestCase(0.99, "98 % of reading must arrive within 4 h: direct does it.")]
    [TestCase(0.9, "98 % of reading must arrive within 4 h: direct does not.")]
    [TestCase(0.98, "98 % of reading must arrive within 4 h: whether direct does it is unclear.")]
    public void The_answer_says_who_does_what_is_required(double delivered, string sentence)
    {
        var runs = Rows("direct", "delivery-in-time", [delivered, delivered + 0.001, delivered - 0.001]);
        var results = ComparisonResults.Of(new("", SampleStudy.Manifest(), [.. runs], [], [], []), "metering-scale");

        Assert.That(Plain(RequirementAnswer.Sentences(results)[0]), Is.EqualTo(sentence));
    }

    private static PairAnswer Of(string metric, double[] a, double[] b, int factors, double? margin = null)
    {
        var manifest = SampleStudy.Manifest(factors: factors);
        manifest = manifest with { Comparisons = [manifest.Comparisons[0] with { Margin = margin }] };
        return Answer.Of(
            ComparisonResults.Of(
                new("", manifest, [.. Rows("direct", metric, a), .. Rows("brokered", metric, b)], [], [], []),
                "metering-scale"
            )
        )[0];
    }

    private static PairAnswer Of(IEnumerable<RunRow> a, IEnumerable<RunRow> b, StudyManifest manifest) =>
        Answer.Of(ComparisonResults.Of(new("", manifest, [.. a, .. b], [], [], []), "metering-scale"))[0];

    private static IEnumerable<RunRow> Rows(string architecture, string metric, double[] values) =>
        values.Select(
            (value, i) =>
                new RunRow("metering-scale", architecture, "m2m", "", i + 1, "reading", metric, value, MetricTable.Find(metric).Unit)
        );

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
