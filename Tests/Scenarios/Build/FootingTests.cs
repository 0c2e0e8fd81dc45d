using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

public sealed class FootingTests
{
    [Test]
    public void An_option_that_differs_is_a_factor() =>
        Assert.That(
            Factors("internet", "{ internet: { round-trip: 99 ms } }"),
            Is.EqualTo([new FactorDifference("internet: round-trip", "15 ms", "99 ms")])
        );

    // A shared slice has no share of its own, and a reserved one does not meet others.
    [TestCase("isolation: shared, slice-share: 10 %", "isolation: shared, slice-share: 20 %")]
    [TestCase("isolation: reserved, background-load: 10 %", "isolation: reserved, background-load: 20 %")]
    [TestCase(
        "isolation: shared, slice-share: 10 %, background-load: 30 %",
        "isolation: reserved, slice-share: 20 %",
        "nr-embb: isolation"
    )]
    [TestCase("isolation: reserved, slice-share: 10 %", "isolation: reserved, slice-share: 20 %", "nr-embb: slice-share")]
    public void An_option_without_effect_is_no_factor(string a, string b, params string[] factors) =>
        Assert.That(
            Factors($"{{ nr-embb: {{ {a} }} }}, internet", $"{{ nr-embb: {{ {b} }} }}, internet").Select(factor => factor.Factor),
            Is.EqualTo(factors)
        );

    [Test]
    public void Equal_architectures_differ_in_nothing() => Assert.That(Factors("internet", "internet"), Is.Empty);

    [Test]
    public void Another_access_is_one_factor() =>
        Assert.That(Factors("fibre, internet", "dsl, internet").Select(factor => factor.Factor), Is.EqualTo(["access"]));

    [Test]
    public void A_radio_with_a_link_budget_and_one_without_differ_in_coverage() =>
        Assert.That(
            Factors("beacon, internet", "lorawan-eu868, internet"),
            Has.Member(new FactorDifference("coverage", "a usable signal everywhere", "link budget, shadowing and buildings"))
        );

    [Test]
    public void A_radio_that_repeats_nothing_says_so() =>
        Assert.That(
            Factors("fibre, internet", "lorawan-eu868, internet").Single(factor => factor.Factor == "retries").B,
            Does.Contain("none over lorawan-eu868: what is lost there stays lost")
        );

    [Test]
    public void Confirmed_uplinks_are_told_from_unconfirmed_ones() =>
        Assert.That(
            Factors("lorawan-eu868, internet", "{ lorawan-eu868: { confirmed: true } }, internet"),
            Is.EqualTo([
                new FactorDifference("acknowledgement", "none", "by the link, none"),
                new FactorDifference(
                    "retries",
                    "none over lorawan-eu868: what is lost there stays lost, none",
                    "by the link: up to 8 transmissions until acknowledged, none"
                ),
            ])
        );

    [Test]
    public void Frames_that_are_repeated_unasked_are_no_acknowledgement() =>
        Assert.That(
            Factors("lorawan-eu868, internet", "{ lorawan-eu868: { transmissions: 3 } }, internet").Select(factor => factor.Factor),
            Is.EqualTo(["retries"])
        );

    [Test]
    public void Cells_with_carriers_of_another_width_differ_in_their_spectrum() =>
        Assert.That(
            Factors("lte-cat1, internet", "{ lte-cat1: { carrier-blocks: 100 } }, internet"),
            Has.Member(new FactorDifference("licensed spectrum", "10 MHz each way at 900 MHz", "20 MHz each way at 900 MHz"))
        );

    [Test]
    public void Wires_differ_in_no_coverage() =>
        Assert.That(Factors("fibre, internet", "dsl, internet").Select(factor => factor.Factor), Has.No.Member("coverage"));

    [TestCase("beacon, internet", "lorawan-eu868, internet", 1)]
    [TestCase("lte-cat1, internet", "lorawan-eu868, internet", 0)]
    [TestCase("lte-cat1, internet", "gprs, internet", 0)]
    [TestCase("{ lte-cat1: { neighbour-load: 50 % } }, internet", "{ lte-cat1: { neighbour-load: 50 % } }, internet", 0)]
    public void Radios_of_different_coverage_are_warned_of(string a, string b, int cautions) =>
        Assert.That(Comparability.Cautions(Cells(a, b)), Has.Count.EqualTo(cautions));

    [TestCase("gprs, internet", "gprs (0 %) against lte-cat1 (50 %)")]
    [TestCase("lte-cat1, internet", "lte-cat1 (0 %) against lte-cat1 (50 %)")]
    public void Cells_whose_neighbours_are_not_equally_busy_are_warned_of(string other, string loads) =>
        Assert.That(
            Comparability.Cautions(Cells(other, "{ lte-cat1: { neighbour-load: 50 % } }, internet")),
            Has.Exactly(1).EndsWith($"('neighbour-load'): {loads}")
        );

    private static IReadOnlyList<FactorDifference> Factors(string a, string b) => Comparability.Differences(Cells(a, b)).Single().Factors;

    private static IReadOnlyList<Cell> Cells(string a, string b) =>
        Study
            .Parse(
                $$"""
                study: { duration: 1 min }
                jobs:
                  job:
                    source: test
                    parties: { sensor: { count: 2 }, user: { kind: application } }
                    relations: { value: { from: sensor, to: user, every: 10 s } }
                architectures:
                  a: { hops: [{ from: sensor, to: user, over: [{{a}}], speaks: udp }] }
                  b: { hops: [{ from: sensor, to: user, over: [{{b}}], speaks: udp }] }
                comparisons:
                  c: { question: "?", job: job, cross: { architecture: [a, b] } }
                """,
                models: WithBeacon
            )
            .Cells;

    private static readonly Models WithBeacon = Models.Shipped with
    {
        Technologies = [.. Models.Shipped.Technologies, CatalogEntry<Technology>.Of<Beacon, BeaconOptions>("beacon", _ => new Beacon())],
    };

    private sealed record BeaconOptions : IPriced
    {
        [Unit("m", Minimum = 1)]
        [Figure(Mark.Chosen, "a test")]
        public double Height { get; init; } = 10;

        IReadOnlyList<Charge> IPriced.Charges => [];
    }

    /// <summary>A radio without a link budget. It is only planned here.</summary>
    private sealed class Beacon() : PathTechnology("beacon", new TechnologyTraits(Segment.Access, Coverage: "a usable signal everywhere"))
    {
        public override PathInstallation Install(Site site) => throw new NotSupportedException("A beacon is only planned.");
    }
}
