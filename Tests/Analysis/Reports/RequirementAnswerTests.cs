using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Reports;

public sealed class RequirementAnswerTests
{
    [Test]
    public void An_architecture_meets_all_requirements_where_each_is_met() =>
        Assert.That(Summary(("100", 0.99), ("1000", 0.99)), Is.EqualTo("direct: meets all requirements at all 2 points."));

    [Test]
    public void The_points_are_named_where_it_meets_misses_and_cannot_tell() =>
        Assert.That(
            Summary(("100", 0.99), ("1000", 0.9), ("10000", 0.98)),
            Is.EqualTo(
                "direct: meets all requirements at meter.count 100; misses reading at meter.count 1000; cannot be told at meter.count 10 000."
            )
        );

    [TestCase(7 / 365.25, "7 d")]
    [TestCase(10, "10 years")]
    public void Lives_of_batteries_are_told_in_days_where_they_are_recharged(double years, string words)
    {
        var comparison = SampleStudy.Manifest().Comparisons[0] with { Relations = [], Lifetimes = [new("band", years)] };

        Assert.That(
            Requirement.Of(comparison).Single().Demand.Replace('\u00A0', ' '),
            Is.EqualTo($"19 of 20 batteries of band must last {words}")
        );
    }

    [Test]
    public void A_corner_of_a_sweep_is_named_by_its_factors() =>
        Assert.That(At("access=lorawan-eu868,meter.count=100"), Is.EqualTo(" at meter.count 100 with lorawan-eu868"));

    [Test]
    public void An_edge_of_a_sweep_is_named_by_its_one_factor() =>
        Assert.That(At("access=lorawan-eu868,meter.count=100", "access=lorawan-eu868,meter.count=1000"), Is.EqualTo(" with lorawan-eu868"));

    [Test]
    public void Points_that_form_no_block_are_named_one_after_the_other() =>
        Assert.That(
            At("access=lorawan-eu868,meter.count=100", "access=lte-cat1,meter.count=1000"),
            Is.EqualTo(" at meter.count 100 with lorawan-eu868 and at meter.count 1000 with lte-cat1")
        );

    private static string At(params string[] chosen)
    {
        string[] all =
        [
            .. from access in (string[])["lte-cat1", "lorawan-eu868"]
            from count in (string[])["100", "1000"]
            select $"access={access},meter.count={count}",
        ];
        return Plain(PointNames.At(SampleStudy.Manifest().Comparisons[0], chosen, all));
    }

    private static string Summary(params (string Fleet, double Delivered)[] points)
    {
        RunRow[] runs =
        [
            .. points.SelectMany(point =>
                ((double[])[0, 0.001, -0.001]).Select(
                    (more, i) =>
                        new RunRow(
                            "metering-scale",
                            "direct",
                            "m2m",
                            $"access=lte-cat1,meter.count={point.Fleet}",
                            i + 1,
                            "reading",
                            "delivery-in-time",
                            point.Delivered + more,
                            "1"
                        )
                )
            ),
        ];
        var manifest = SampleStudy.Manifest();
        manifest = manifest with { Comparisons = [manifest.Comparisons[0] with { Infeasible = [] }] };
        return Plain(RequirementAnswer.Summaries(ComparisonResults.Of(new("", manifest, runs, [], [], []), "metering-scale"))[0]);
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
