using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>Two architectures meet the same luck, so that their difference is known better than each of them.</summary>
public sealed class CommonRandomNumbersTests
{
    /// <summary>The broker is one more hop on the way; everything before it is the same.</summary>
    private static readonly string DirectAndMediated = ScenarioText.Metering.Replace(
        """
              - { from: meter, to: head-end, over: [$access, operator-core, internet], speaks: push }
              - { from: head-end, to: utility, over: internet, speaks: push }
        """.ReplaceLineEndings("\n"),
        "      - { from: meter, to: utility, over: [$access, operator-core, internet], speaks: push }",
        StringComparison.Ordinal
    );

    // Independent runs have a ratio of 1, give or take: with ten pairs one in a hundred lies below 0.3. What both share, the access
    // network, makes up nearly all of the latency, so a tenth is far from either.
    [Test]
    public void The_difference_of_latency_varies_less_than_the_latencies() => Assert.That(Latency.VarianceRatio, Is.LessThan(0.1));

    [Test]
    public void The_latencies_of_two_architectures_go_together() => Assert.That(Latency.Correlation, Is.GreaterThan(0.9));

    private static ComparisonRow Latency
    {
        get
        {
            using var results = new ResultBench();
            var request = new RunRequest { Replications = 10, Settings = [("comparisons.metering.cross.access", "[lte-cat1]")] };
            results.Run(ScenarioText.Load(DirectAndMediated, request));
            return results.Rows<ComparisonRow>().Single(row => row is { Metric: "latency-mean", Relation: "reading" });
        }
    }
}
