using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Reports;

/// <summary>What is said of costs, of break-even and of sharing.</summary>
public sealed class CostAnswerTests
{
    private static readonly string[] Fleets = ["100", "1000"];

    // The costs of a network of one's own, 36 000 + 40 N, and of subscriptions, 320 N, cross at 36 000 / 280 = 128.57.
    [Test]
    public void Two_straight_lines_cross_where_they_are_equal() =>
        Assert.That(BreakEven.Crossing((100, 40_000, 32_000), (1000, 76_000, 320_000)), Is.EqualTo(36_000 / 280.0).Within(1e-9));

    [Test]
    public void Lines_that_do_not_cross_have_no_break_even() => Assert.That(BreakEven.Crossing((100, 1, 2), (1000, 3, 4)), Is.Null);

    [Test]
    public void The_fleet_is_told_from_which_on_something_else_is_cheapest() =>
        Assert.That(
            BreakEven.Sentences(Costs([40_000, 76_000], [32_000, 320_000])).Select(Plain),
            Is.EqualTo([
                "Break-even, meter.count from 100 to 1000, at mid prices: the cheapest is brokered up to about 129 (between 100 and 1000), then direct.",
            ])
        );

    [Test]
    public void So_is_that_there_is_none() =>
        Assert.That(
            BreakEven.Sentences(Costs([1, 2], [2, 3])).Select(Plain),
            Is.EqualTo(["Break-even: none for meter.count from 100 to 1000; direct is the cheapest throughout, at mid prices."])
        );

    [Test]
    public void Equal_costs_are_nobodys_advantage() =>
        Assert.That(
            BreakEven.Sentences(Costs([1, 2], [1, 2])).Select(Plain),
            Is.EqualTo(["Break-even: direct and brokered cost the same at every meter.count."])
        );

    [Test]
    public void Where_no_fleet_is_swept_nothing_is_said() =>
        Assert.That(
            BreakEven.Sentences(
                ComparisonResults.Of(new("", With([]), [.. Rows("direct", "", "cost-total", 1)], [], [], []), "metering-scale")
            ),
            Is.Empty
        );

    [TestCase(1, "The order is the same with all prices low and with all prices high.")]
    [TestCase(9, "With all prices low, or all high, the order is another.")]
    public void The_answer_says_whether_prices_turn_the_order(double high, string end)
    {
        RunRow[] runs =
        [
            .. Rows("direct", "", "cost-total", 1, 1, 1),
            .. Rows("brokered", "", "cost-total", 2, 2, 2),
            .. Rows("direct", "", "cost-total-low", 0.5, 0.5, 0.5),
            .. Rows("brokered", "", "cost-total-low", 1, 1, 1),
            .. Rows("direct", "", "cost-total-high", high, high, high),
            .. Rows("brokered", "", "cost-total-high", 4, 4, 4),
        ];
        var answer = Answer.Of(ComparisonResults.Of(new("", With([]), runs, [], [], []), "metering-scale"))[0];

        Assert.That(Plain(answer.Findings.Single(one => one.StartsWith("Total cost", StringComparison.Ordinal))), Does.EndWith(end));
    }

    // Three replications: 300 EUR of gateways on one side; 1200 EUR of a server and 7.5, 7.5 and 15 EUR of messages on the other, of which 10 are less than 2 % of what differs.
    [Test]
    public void The_prices_that_make_up_a_difference_in_cost_are_named()
    {
        RunRow[] runs = [.. Rows("direct", "", "cost-total", 300, 300, 300), .. Rows("brokered", "", "cost-total", 1207.5, 1207.5, 1215)];
        CostRow[] costs =
        [
            .. Enumerable.Range(1, 3).Select(replication => Position("direct", replication, "gateway", 300)),
            .. Enumerable.Range(1, 3).Select(replication => Position("brokered", replication, "server", 1200)),
            .. Enumerable.Range(1, 3).Select(replication => Position("brokered", replication, "message", replication == 3 ? 15 : 7.5)),
        ];
        var folder = new ResultFolder("", With([]), runs, [], [], []) { Costs = costs };
        var answer = Answer.Of(ComparisonResults.Of(folder, "metering-scale"))[0];

        Assert.That(
            Plain(answer.Findings.Single(one => one.StartsWith("Total cost", StringComparison.Ordinal))),
            Does.EndWith(" In the bill of brokered against that of direct: server +1200 EUR, gateway −300 EUR, all else +10 EUR.")
        );

        static CostRow Position(string architecture, int replication, string item, double total) =>
            new(
                "metering-scale",
                architecture,
                "",
                replication,
                "servers",
                item,
                "it",
                1,
                total,
                total,
                total,
                "once",
                1,
                total,
                total,
                total
            );
    }

    [Test]
    public void What_sharing_brings_and_does_is_told()
    {
        RunRow[] runs =
        [
            .. Fleets.SelectMany(fleet => Rows("direct", $"meter.count={fleet}", "equipment", 4)),
            .. Fleets.SelectMany(fleet => Rows("brokered", $"meter.count={fleet}", "equipment", 8)),
            .. Fleets.SelectMany(fleet => Rows("direct", $"meter.count={fleet}", "blast-radius", 1)),
            .. Fleets.SelectMany(fleet => Rows("brokered", $"meter.count={fleet}", "blast-radius", 0.8)),
            .. Fleets.SelectMany(fleet => Rows("direct", $"meter.count={fleet}", "blast-radius-mean", 1)),
            .. Fleets.SelectMany(fleet => Rows("brokered", $"meter.count={fleet}", "blast-radius-mean", 0.5)),
            new("metering-scale", "direct", "m2m", "meter.count=100", 1, "leak", "delivery", 0.99, "1"),
            new("metering-scale", "direct", "m2m", "meter.count=1000", 1, "leak", "delivery", 0.95, "1"),
        ];
        var manifest = With([new("meter.count", Fleets)]);
        var comparison = manifest.Comparisons[0];
        manifest = manifest with
        {
            Comparisons =
            [
                comparison with
                {
                    Differences = [new("direct", "brokered", [new("networks", "shared", "one for each job")])],
                    Relations =
                    [
                        comparison.Relations[0] with
                        {
                            Application = "metering",
                        },
                        comparison.Relations[1] with
                        {
                            From = "sensor",
                            Application = "alarms",
                        },
                    ],
                },
            ],
        };

        Assert.That(
            SharingAnswer.Sentences(ComparisonResults.Of(new("", manifest, runs, [], [], []), "metering-scale")).Select(Plain),
            Is.EqualTo([
                "Multiplexing gain (brokered over direct; above 1, sharing saves): 2 in equipment.",
                "Blast radius: one failure cuts off at most 100 % of all arrivals with direct (100 % on average over its single points of failure); 80 % of all arrivals with brokered (50 % on average over its single points of failure).",
                "Noisy neighbour: while meter.count of metering goes from 100 to 1000, leak of alarms goes in delivery from 99.0 % to 95.0 % with direct.",
            ])
        );
    }

    private static ComparisonResults Costs(double[] direct, double[] brokered) =>
        ComparisonResults.Of(
            new(
                "",
                With([new("meter.count", Fleets)]),
                [
                    .. Fleets.Zip(direct).SelectMany(one => Rows("direct", $"meter.count={one.First}", "cost-total", one.Second)),
                    .. Fleets.Zip(brokered).SelectMany(one => Rows("brokered", $"meter.count={one.First}", "cost-total", one.Second)),
                ],
                [],
                [],
                []
            ),
            "metering-scale"
        );

    private static StudyManifest With(IReadOnlyList<FactorManifest> factors)
    {
        var manifest = SampleStudy.Manifest();
        return manifest with { Comparisons = [manifest.Comparisons[0] with { Factors = factors, Infeasible = [] }] };
    }

    private static IEnumerable<RunRow> Rows(string architecture, string point, string metric, params double[] values) =>
        values.Select(
            (value, i) => new RunRow("metering-scale", architecture, "m2m", point, i + 1, "", metric, value, MetricTable.Find(metric).Unit)
        );

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
