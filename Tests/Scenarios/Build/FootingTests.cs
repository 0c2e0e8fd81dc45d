using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

public sealed class FootingTests
{
    [Test]
    public void An_option_that_differs_is_a_factor() =>
        Assert.That(
            Factors("internet", "{ internet: { round-trip: 99 ms } }"),
            Is.EqualTo([new FactorDifference("internet: round-trip", "15 ms", "99 ms")])
        );

    [Test]
    public void Equal_architectures_differ_in_nothing() => Assert.That(Factors("internet", "internet"), Is.Empty);

    [Test]
    public void Another_access_is_one_factor() =>
        Assert.That(Factors("fibre, internet", "dsl, internet").Select(factor => factor.Factor), Is.EqualTo(["access"]));

    private static IReadOnlyList<FactorDifference> Factors(string a, string b) =>
        Comparability
            .Differences(
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
                        """
                    )
                    .Cells
            )
            .Single()
            .Factors;
}
