using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>A comparison in which two things change is called a package wherever it is told, and its fair twin names the cause; equal arms are found equal.</summary>
public sealed class FairOrNotTests
{
    /// <summary>Access and security change in the unfair arm, access alone in the fair one; the twin is the plain arm under another name. <c>mixed</c> changes access and protocol.</summary>
    public const string Text = """
        study: { seed: 5, replications: 4, warm-up: 0 s, duration: 10 min }
        jobs:
          job:
            source: a test
            parties: { meter: { count: 5 }, user: { kind: application } }
            relations: { reading: { from: meter, to: user, carries: 4 x 16 bit, every: 10 s, require: { delivery: ">= 90 %", within: 1 min } } }
        architectures:
          plain:
            hops: [{ from: meter, to: user, over: [dsl, internet], speaks: push }]
          twin:
            hops: [{ from: meter, to: user, over: [dsl, internet], speaks: push }]
          fair:
            hops: [{ from: meter, to: user, over: [fibre, internet], speaks: push }]
          unfair:
            hops: [{ from: meter, to: user, over: [fibre, internet], speaks: { push: { security: tls-1.3 } } }]
          mixed:
            hops: [{ from: meter, to: user, over: [fibre, internet], speaks: http }]
        comparisons:
          all: { question: "?", job: job, margin: 5 %, cross: { architecture: [plain, twin, fair, unfair, mixed] } }
        claims:
          fair-claim: { comparison: all, holds-if: "latency-p95(fair, reading) < latency-p95(plain, reading)" }
          unfair-claim: { comparison: all, holds-if: "latency-p95(unfair, reading) < latency-p95(plain, reading)" }
          mixed-claim: { comparison: all, holds-if: "latency-p95(mixed, reading) < latency-p95(plain, reading)" }
          equal: { comparison: all, holds-if: "latency-p95(twin, reading) = latency-p95(plain, reading)", margin: 0.0001 }
          less: { comparison: all, holds-if: "latency-p95(twin, reading) < latency-p95(plain, reading)" }
        """;

    private static readonly Lazy<ComparisonResults> Results = new(() =>
    {
        using var bench = new ResultBench();
        bench.Run(ScenarioText.Load(Text));
        return ComparisonResults.Of(ResultFolder.Read(bench.Path), "all");
    });

    [TestCase("unfair", "security")]
    [TestCase("mixed", "protocol")]
    public void The_answer_calls_two_factors_a_package_and_names_both(string other, string factor) =>
        Assert.That(
            Lead(other),
            Does.Contain("differ as a package")
                .And.Contain("access (")
                .And.Contain($"{factor} (")
                .And.EndWith("None of them alone can be named as the cause.")
        );

    [Test]
    public void The_answer_names_the_one_cause_of_the_fair_twin() =>
        Assert.That(
            Lead("fair"),
            Does.Contain("differ in one factor, access (dsl against fibre). The differences below are because of access.")
        );

    [TestCase(
        "unfair-claim",
        "unfair and plain: a package, as 2 factors differ (access, security); none of them may be named as the cause."
    )]
    [TestCase("fair-claim", "fair and plain: one factor differs, access, which may be named as the cause.")]
    public void A_claim_says_whether_there_is_a_cause(string claim, string sentence) => Assert.That(Causes(claim), Is.EqualTo([sentence]));

    [Test]
    public void A_claim_on_protocol_and_access_is_a_package() =>
        Assert.That(Causes("mixed-claim").Single(), Does.Contain("a package").And.Contain("access").And.Contain("protocol"));

    [Test]
    public void Equal_arms_differ_in_nothing_and_are_the_same_in_every_figure()
    {
        var pair = Results.Value.Differences.Where(row => row is { A: "plain", B: "twin" }).ToArray();

        Assert.That(pair, Has.Length.GreaterThan(20));
        Assert.That(pair.Where(row => row.Verdict is not (Verdict.Identical or Verdict.TooFewMessages)), Is.Empty);
        Assert.That(Lead("twin"), Does.Contain("no factor is recorded in which they differ"));
    }

    [TestCase("equal", ClaimVerdict.Supported)]
    [TestCase("less", ClaimVerdict.Refuted)]
    public void Claims_on_equal_arms_find_them_equal(string claim, ClaimVerdict verdict) =>
        Assert.That(Claim(claim).Overall, Is.EqualTo(verdict));

    private static string Lead(string other) => Answer.Of(Results.Value).Single(pair => pair is { A: "plain" } && pair.B == other).Lead;

    private static IReadOnlyList<string> Causes(string claim) => ClaimCause.Of(Claim(claim), Results.Value.Comparison);

    private static ClaimTest Claim(string name) =>
        ClaimTest.Of(Results.Value, Results.Value.Study.Claims.Single(claim => claim.Name == name));
}
