using M2mVsIoTSim.Analysis.Checks;
using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Checks;

/// <summary>What detection delays were bought with stands beside them.</summary>
public sealed class FalseAlarmCheckTests
{
    private static readonly double[] Few = [0.9, 1, 0.95, 1.05];
    private static readonly double[] Many = [1.9, 2, 1.95, 2.05];

    [Test]
    public void More_than_is_allowed_is_told() =>
        Assert.That(
            Texts(Few, Many),
            Has.One.StartsWith("False alarms of reading with brokered are more than is allowed: 1.98 [1.87, 2.08] a day instead of 1;")
        );

    [Test]
    public void Unequal_rates_are_told() =>
        Assert.That(
            Texts(Few, Many),
            Has.One.EqualTo(
                "Detection delays of reading, direct against brokered: they are not those of equal false alarms (0.98 [0.87, 1.08] a day against 1.98 [1.87, 2.08] a day)."
            )
        );

    [Test]
    public void Equal_rates_as_allowed_need_no_word() => Assert.That(Texts(Few, [1, 0.9, 1.05, 0.95]), Is.Empty);

    [Test]
    public void The_rate_is_a_key_figure_beside_the_delay() =>
        Assert.That(
            Headline.Of(Results(Few, Many)).Select(one => one.Metric.Name),
            Is.EqualTo(["detection-delay-mean", "detections", "false-alarms"])
        );

    [Test]
    public void A_share_or_percentile_of_few_faults_is_called_so()
    {
        var results = Results(Few, Many);

        Assert.That(HeadlineTable.Of(results, [""]).Rows.Select(row => row[2]), Is.All.EqualTo("90 [62, 98] ‡ †"));
        Assert.That(results.IsSound(results.Find("direct", "", "reading", "detection-delay-p95")!), Is.False);
    }

    [Test]
    public void A_claim_on_delays_tells_the_rates()
    {
        var results = Results(Few, Many);
        ClaimManifest claim = new(
            "sooner",
            null,
            null,
            "metering-scale",
            "detection-delay-mean(direct, reading) < detection-delay-mean(brokered, reading)",
            0,
            new('0', 64)
        );

        Assert.That(
            ClaimAnswer.Details(results, ClaimTest.Of(results, claim)).Select(Plain),
            Has.One.EqualTo(
                "False alarms of reading beside these delays (1 a day allowed): 0.975 a day with direct; 1.98 a day with brokered."
            )
        );
    }

    private static IEnumerable<string> Texts(double[] direct, double[] brokered) =>
        new FalseAlarmCheck().Of(Results(direct, brokered)).Select(remark => Plain(remark.Text));

    /// <summary>Four faults in each of four replications.</summary>
    private static ComparisonResults Results(double[] direct, double[] brokered)
    {
        var manifest = SampleStudy.Manifest();
        var comparison = manifest.Comparisons[0];
        comparison = comparison with
        {
            Relations = [comparison.Relations[0] with { FalseAlarmsPerDay = 1 }],
            Factors = [],
            Infeasible = [],
        };
        RunRow[] runs = [.. Rows("direct", direct), .. Rows("brokered", brokered)];
        return ComparisonResults.Of(new("", manifest with { Comparisons = [comparison] }, runs, [], [], []), "metering-scale");
    }

    private static IEnumerable<RunRow> Rows(string architecture, double[] rates) =>
        rates.SelectMany(
            (rate, i) =>
                new[]
                {
                    ("false-alarms", rate),
                    ("faults", 4),
                    ("detections", 0.9),
                    ("detection-delay-mean", 60 + i),
                    ("detection-delay-p95", 100 + i),
                }.Select(one => new RunRow(
                    "metering-scale",
                    architecture,
                    architecture == "direct" ? "m2m" : "iot",
                    "",
                    i + 1,
                    "reading",
                    one.Item1,
                    one.Item2,
                    MetricTable.Find(one.Item1).Unit
                ))
        );

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
