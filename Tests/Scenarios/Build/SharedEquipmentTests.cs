using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>What several hops of a tier cross in common is built once.</summary>
public sealed class SharedEquipmentTests
{
    [Test]
    public void A_device_with_two_sessions_has_one_modem()
    {
        // Two parties of one member, or one party of two: the same two sessions. Only the luck of the far ends differs.
        var apart = Energy("a: { kind: application }, b: { kind: application }", "[a, b]");
        var together = Energy("a: { kind: application, count: 2 }", "a");

        Assert.That(apart, Is.EqualTo(together).Within(5).Percent);
    }

    [Test]
    public void Cells_are_dimensioned_for_every_copy() =>
        Assert.That(Cells("a: { kind: application, count: 8 }", "a"), Is.GreaterThan(Cells("a: { kind: application }", "a")));

    private static double Energy(string consumers, string to) =>
        Run(consumers, to).Cell("direct", "").Estimate("energy-per-day", "meter").Mean;

    private static double Cells(string consumers, string to) =>
        Run(consumers, to, meters: 400, "2 min").Cell("direct", "").Estimate("components").Mean
        // Without the meters and the consumers themselves: what was built between them.
        - 400
        - (consumers.Contains("count: 8", StringComparison.Ordinal) ? 8 : 1);

    private static StudyResult Run(string consumers, string to, int meters = 20, string every = "10 min") =>
        Study
            .Parse(
                $$"""
                study: { duration: 1 h, replications: 2 }
                jobs:
                  job:
                    source: test
                    parties: { meter: { count: {{meters}} }, {{consumers}} }
                    relations: { reading: { from: meter, to: {{to}}, carries: 4 x 16 bit, every: {{every}} } }
                architectures:
                  direct:
                    hops: [{ from: meter, to: {{to}}, over: [gprs, operator-core, internet], speaks: { push: { connection: per-message } } }]
                comparisons: { one: { question: "?", job: job, cross: { architecture: [direct] } } }
                """
            )
            .Run();
}
