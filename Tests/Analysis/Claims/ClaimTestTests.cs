using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Claims;

public sealed class ClaimTestTests
{
    private const string Faster = "latency-mean(direct, reading) < latency-mean(brokered, reading)";

    /// <summary>Latencies of five replications at each access, of the one and of the other architecture [s].</summary>
    private static readonly Dictionary<string, (double[] Direct, double[] Brokered)> Clear = new()
    {
        ["gprs"] = ([1, 1.2, 0.9, 1.1, 1], [2, 2.1, 1.9, 2.2, 2]),
        ["lte-m"] = ([0.1, 0.12, 0.09, 0.11, 0.1], [0.6, 0.61, 0.59, 0.62, 0.6]),
    };

    [Test]
    public void What_is_clear_everywhere_is_supported() => Assert.That(Of(Faster, Clear).Overall, Is.EqualTo(ClaimVerdict.Supported));

    [Test]
    public void The_opposite_of_what_is_clear_is_refuted() =>
        Assert.That(Of(Faster.Replace("<", ">", StringComparison.Ordinal), Clear).Overall, Is.EqualTo(ClaimVerdict.Refuted));

    [Test]
    public void A_difference_below_the_margin_is_not_the_one_that_was_claimed() =>
        Assert.That(Of(Faster, Clear, margin: 0.8).At("access=lte-m"), Is.EqualTo(ClaimVerdict.Refuted));

    [Test]
    public void What_holds_here_and_not_there_depends() =>
        Assert.That(Of(Faster, Clear, margin: 0.8).Overall, Is.EqualTo(ClaimVerdict.Depends));

    [Test]
    public void Equal_arms_are_equal_and_neither_is_less()
    {
        Dictionary<string, (double[], double[])> equal = new() { ["gprs"] = (Clear["gprs"].Direct, Clear["gprs"].Direct) };

        Assert.That(Of(Faster, equal).Overall, Is.EqualTo(ClaimVerdict.Refuted));
        Assert.That(Of(Faster.Replace('<', '='), equal, margin: 0.01).Overall, Is.EqualTo(ClaimVerdict.Supported));
    }

    [TestCase("<", 3, "this could not have been supported")]
    [TestCase("=", 3, "this could not have been refuted")]
    [TestCase("<", 0.8, null)]
    public void A_margin_that_nothing_can_exceed_is_told(string relation, double margin, string? says) =>
        Assert.That(
            ClaimAnswer.Findings(Of(Faster.Replace("<", relation, StringComparison.Ordinal), Clear, margin)),
            says is null ? Has.None.Contains("could not have been") : Has.One.Contains(says)
        );

    [Test]
    public void What_is_the_same_in_every_replication_is_said_to_be_so()
    {
        Dictionary<string, (double[], double[])> equal = new() { ["gprs"] = (Clear["gprs"].Direct, Clear["gprs"].Direct) };

        Assert.That(ClaimAnswer.Findings(Of(Faster, equal)), Has.One.Contains("the same in every replication"));
        Assert.That(ClaimAnswer.Findings(Of(Faster, Clear)), Has.None.Contains("the same in every replication"));
    }

    [Test]
    public void Noise_decides_nothing()
    {
        Dictionary<string, (double[], double[])> noise = new() { ["gprs"] = ([1, 2, 1, 2, 1], [2, 1, 2, 1, 1.5]) };

        Assert.That(Of(Faster, noise).Overall, Is.EqualTo(ClaimVerdict.Undecided));
    }

    [Test]
    public void One_replication_decides_nothing()
    {
        Dictionary<string, (double[], double[])> one = new() { ["gprs"] = ([1], [2]) };

        Assert.That(Of(Faster, one).Overall, Is.EqualTo(ClaimVerdict.Undecided));
    }

    [TestCase(0.90, ClaimVerdict.Supported)]
    [TestCase(0.99, ClaimVerdict.Undecided)]
    public void Shares_that_never_vary_are_as_sure_as_their_arrivals_are_many(double bound, ClaimVerdict verdict)
    {
        // 5 replications of 20 arrivals, all of which came: 0.975^(1/100), about 0.964, is the lower end of the exact interval.
        var test = ClaimTest.Of(
            Delivering([1, 1, 1, 1, 1], arrivals: 20),
            new(
                "sure",
                null,
                null,
                "metering-scale",
                FormattableString.Invariant($"delivery(direct, reading) > {bound}"),
                0,
                "0123456789abcdef"
            )
        );

        Assert.That(test.Rows.Single().Low, Is.EqualTo(Math.Pow(0.025, 0.01) - bound).Within(1e-9));
        Assert.That(test.Overall, Is.EqualTo(verdict));
    }

    // 5 of 50 arrivals tell 100 % from 90 %: Clopper and Pearson's interval of 5 in 50; 0 of 50 tell 90 % from 90 %: up to 1 - 0.025^(1/50), on either side.
    [TestCase(0.9, 0.0333, 0.2181)]
    [TestCase(1.0, -0.0711, 0.0711)]
    public void Two_shares_that_never_vary_are_told_apart_by_as_many_arrivals_as_their_difference_says(
        double other,
        double low,
        double high
    )
    {
        var test = ClaimTest.Of(
            Delivering([1, 1, 1, 1, 1], arrivals: 10, [other, other, other, other, other]),
            new("more", null, null, "metering-scale", "delivery(direct, reading) > delivery(brokered, reading)", 0, "0123456789abcdef")
        );

        Assert.That((test.Rows.Single().Low, test.Rows.Single().High), Is.EqualTo((low, high)).Within(1e-3));
    }

    // The same parts, added up in another order.
    [Test]
    public void Rounding_is_no_difference()
    {
        Dictionary<string, (double[], double[])> rounded = new() { ["gprs"] = ([0.3, 0.3, 0.3], [0.1 + 0.2, 0.1 + 0.2, 0.1 + 0.2]) };
        var row = Of(Faster, rounded).Rows.Single();

        Assert.That((row.Verdict, row.Difference, row.EffectSize), Is.EqualTo((ClaimVerdict.Refuted, 0.0, (double?)null)));
    }

    [Test]
    public void Lives_beyond_what_a_cell_keeps_are_equal()
    {
        var test = Lives("battery-life(direct, meter) < battery-life(brokered, meter)", 80, 160);

        Assert.That((test.Rows.Single().Difference, test.Overall), Is.EqualTo((0.0, ClaimVerdict.Refuted)));
        Assert.That(ClaimAnswer.Findings(test).Single().Replace('\u00A0', ' '), Does.EndWith("0 years, as all sides are > 25 years"));
        Assert.That(
            Lives("battery-life(direct, meter) < battery-life(brokered, meter)", 10, 160).Rows.Single().Difference,
            Is.EqualTo(-15)
        );
        Assert.That(
            ClaimAnswer
                .Findings(Lives("battery-life(direct, meter) < battery-life(brokered, meter)", 10, 160))
                .Single()
                .Replace('\u00A0', ' '),
            Does.EndWith("−15 years at least, as one side is > 25 years")
        );
    }

    [Test]
    public void Intervals_get_wider_with_the_number_of_tests()
    {
        var one = Of(Faster, new() { ["gprs"] = Clear["gprs"] }).Rows.Single();
        var both = Of(Faster, Clear).Rows.Single(row => row.Point == "access=gprs");

        Assert.That((both.High - both.Low)!.Value, Is.GreaterThan((one.High - one.Low)!.Value));
    }

    [Test]
    public void A_side_that_cannot_work_makes_it_infeasible_there() =>
        Assert.That(
            Of(Faster, new() { ["gprs"] = Clear["gprs"] }, infeasible: new InfeasibleCell("brokered", "access=lte-m", "too long"))
                .At("access=lte-m"),
            Is.EqualTo(ClaimVerdict.Infeasible)
        );

    [Test]
    public void What_was_not_run_is_not_measured() =>
        Assert.That(Of("energy-per-day(direct) < energy-per-day(brokered)", Clear).Overall, Is.EqualTo(ClaimVerdict.NotMeasured));

    [Test]
    public void A_factor_that_is_held_on_all_sides_has_no_points()
    {
        var test = Of("latency-mean(direct, reading) at {access=lte-m} < latency-mean(direct, reading) at {access=gprs}", Clear);

        Assert.That(test.Points, Is.EqualTo([""]));
        Assert.That(test.Rows.Single().Difference, Is.EqualTo(-0.936).Within(1e-9));
        Assert.That(test.Overall, Is.EqualTo(ClaimVerdict.Supported));
    }

    [Test]
    public void An_interaction_is_a_difference_of_differences()
    {
        const string Gain = "latency-mean({0}, reading) at {{access=gprs}} - latency-mean({0}, reading) at {{access=lte-m}}";
        var test = Of($"{string.Format(null, Gain, "direct")} = {string.Format(null, Gain, "brokered")}", Clear, margin: 0.1);

        Assert.That(test.Rows.Single().Difference, Is.EqualTo(0.936 - 1.436).Within(1e-9));
        Assert.That(test.Overall, Is.EqualTo(ClaimVerdict.Refuted));
    }

    [Test]
    public void And_needs_all_parts_and_or_needs_one()
    {
        const string Slower = "latency-mean(direct, reading) > latency-mean(brokered, reading)";

        Assert.That(Of($"{Faster} and {Slower}", Clear).Overall, Is.EqualTo(ClaimVerdict.Refuted));
        Assert.That(Of($"{Faster} or {Slower}", Clear).Overall, Is.EqualTo(ClaimVerdict.Supported));
    }

    [Test]
    public void A_cause_is_named_where_one_factor_differs()
    {
        var cause = ClaimCause.Of(Of(Faster, Clear), Comparison(["mediation"])).Single();

        Assert.That(cause, Is.EqualTo("direct and brokered: one factor differs, mediation, which may be named as the cause."));
    }

    [Test]
    public void Two_factors_are_a_package()
    {
        var cause = ClaimCause.Of(Of(Faster, Clear), Comparison(["mediation", "protocol"])).Single();

        Assert.That(cause, Does.Contain("a package, as 2 factors differ (mediation, protocol)"));
    }

    [Test]
    public void A_swept_factor_that_differs_too_makes_a_package()
    {
        var test = Of("latency-mean(direct, reading) at {access=lte-m} < latency-mean(brokered, reading) at {access=gprs}", Clear);

        Assert.That(ClaimCause.Of(test, Comparison(["mediation"])).Single(), Does.Contain("2 factors differ (mediation, access)"));
    }

    [Test]
    public void The_headline_says_where()
    {
        var test = Of(Faster, Clear, margin: 0.8);

        Assert.That(
            ClaimAnswer.Headline(Results(Clear), test).Replace('\u00A0', ' '),
            Is.EqualTo("faster (\"M2M is faster\", a brochure): depends (supported with gprs; refuted with lte-m).")
        );
    }

    /// <summary>A seed that leaves open what another decides does not contradict it; one that says the opposite does.</summary>
    [TestCase(
        new double[] { 0.2, 3.8, 1, 2.9, 1.1 },
        "no seed contradicts another, but not all decide the same: supported with 1, undecided with 1",
        0
    )]
    [TestCase(new double[] { 4, 4.2, 3.9, 4.1, 4 }, "seeds contradict each other: supported with 1, refuted with 1", 1)]
    public void Seeds_contradict_each_other_where_one_supports_what_another_refutes(double[] direct, string says, int contradicted)
    {
        var gprs = new Dictionary<string, (double[] Direct, double[] Brokered)> { ["gprs"] = Clear["gprs"] };
        var other = new Dictionary<string, (double[] Direct, double[] Brokered)> { ["gprs"] = (direct, Clear["gprs"].Brokered) };
        var agreement = new ClaimAgreement("faster", [(1, Of(Faster, gprs)), (2, Of(Faster, other))]);

        Assert.That(AgreementAnswer.Headline(agreement), Is.EqualTo($"faster: {says}."));
        Assert.That(
            AgreementAnswer.Summary([agreement]),
            Is.EqualTo(
                "Of 1 claim with 2 seeds, 0 have the same verdict altogether and 1 verdicts that differ; "
                    + $"{contradicted} have a point that one seed supports and another refutes."
            )
        );
    }

    private static ClaimTest Of(
        string condition,
        Dictionary<string, (double[] Direct, double[] Brokered)> latencies,
        double margin = 0,
        InfeasibleCell? infeasible = null
    ) =>
        ClaimTest.Of(
            Results(latencies, infeasible),
            new("faster", "M2M is faster", "a brochure", "metering-scale", condition, margin, "0123456789abcdef")
        );

    private static ComparisonManifest Comparison(string[] differences) =>
        SampleStudy.Manifest().Comparisons[0] with
        {
            Factors = [new("access", ["gprs", "lte-m"])],
            Differences = [new("direct", "brokered", [.. differences.Select(factor => new FactorDifference(factor, "one", "other"))])],
        };

    private static ComparisonResults Results(
        Dictionary<string, (double[] Direct, double[] Brokered)> latencies,
        InfeasibleCell? infeasible = null
    )
    {
        var comparison = Comparison(["mediation"]) with { Infeasible = infeasible is null ? [] : [infeasible] };
        RunRow[] runs =
        [
            .. latencies.SelectMany(access =>
                Rows("direct", access.Key, access.Value.Direct).Concat(Rows("brokered", access.Key, access.Value.Brokered))
            ),
        ];
        return ComparisonResults.Of(new("", SampleStudy.Manifest() with { Comparisons = [comparison] }, runs, [], [], []), comparison.Name);
    }

    private static ClaimTest Lives(string condition, double direct, double brokered)
    {
        var comparison = Comparison(["mediation"]) with { Factors = [] };
        RunRow[] runs =
        [
            .. Enumerable
                .Range(1, 3)
                .SelectMany(replication =>
                    new[] { ("direct", direct), ("brokered", brokered) }.Select(one => new RunRow(
                        comparison.Name,
                        one.Item1,
                        "m2m",
                        "",
                        replication,
                        "meter",
                        "battery-life",
                        one.Item2,
                        "a"
                    ))
                ),
        ];
        return ClaimTest.Of(
            ComparisonResults.Of(new("", SampleStudy.Manifest() with { Comparisons = [comparison] }, runs, [], [], []), comparison.Name),
            new("lives", null, null, comparison.Name, condition, 0, "0123456789abcdef")
        );
    }

    private static ComparisonResults Delivering(double[] shares, double arrivals, double[]? brokered = null)
    {
        var comparison = Comparison(["mediation"]) with { Factors = [] };
        RunRow[] runs = [.. Of("direct", shares), .. Of("brokered", brokered ?? [])];
        return ComparisonResults.Of(new("", SampleStudy.Manifest() with { Comparisons = [comparison] }, runs, [], [], []), comparison.Name);

        IEnumerable<RunRow> Of(string architecture, double[] of) =>
            of.SelectMany(
                (share, i) =>
                    new[] { ("delivery", share), ("expected-arrivals", arrivals) }.Select(one => new RunRow(
                        comparison.Name,
                        architecture,
                        "m2m",
                        "",
                        i + 1,
                        "reading",
                        one.Item1,
                        one.Item2,
                        "1"
                    ))
            );
    }

    private static IEnumerable<RunRow> Rows(string architecture, string access, double[] values) =>
        values.Select(
            (value, i) =>
                new RunRow("metering-scale", architecture, "m2m", $"access={access}", i + 1, "reading", "latency-mean", value, "s")
        );
}
