using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>In what compared architectures differ is found out, not stated.</summary>
public sealed class FactorTests
{
    [Test]
    public void A_head_end_and_a_broker_under_the_same_protocol_differ_in_one_factor() =>
        Assert.That(Factors("metering-mediation", "direct", "mediated"), Is.EqualTo(["mediation"]));

    [Test]
    public void Packages_as_people_build_them_differ_in_several() =>
        Assert.That(
            Factors("metering-packages", "dlms-head-end", "mqtt-broker"),
            Is.EqualTo(["mediation", "wide-area path", "protocol", "acknowledgement", "keep-alive", "encoding", "security"])
        );

    [Test]
    public void Local_collection_is_a_factor() =>
        Assert.That(Factors("metering-concentration", "meter-to-broker", "concentrated"), Has.Member("local collection"));

    [TestCase("control", "uplift-loop-direct", "uplift-loop-broker")]
    [TestCase("healthcare", "uplift-direct", "uplift-broker")]
    [TestCase("city", "uplift-direct", "uplift-broker")]
    [TestCase("inspection", "uplift-direct", "uplift-broker")]
    public void The_families_that_5G_is_asked_about_differ_in_one_factor(string job, string direct, string brokered) =>
        Assert.That(Factors($"five-g-uplift-{job}", direct, brokered), Is.EqualTo(["mediation"]));

    [TestCase("qos: 0", "acknowledgement")]
    [TestCase("connection: per-message", "connection")]
    [TestCase("retries: 3", "retries")]
    [TestCase("minimum-timeout: 1 s", "retries")]
    [TestCase("keep-alive: 7 min", "keep-alive")]
    [TestCase("buffer: 7", "buffering")]
    [TestCase("security: tls-1.3", "security")]
    [TestCase("security: tls-1.2, resumption: false", "security")]
    [TestCase("attempts: 3", "retries")]
    [TestCase("version: 5", "mqtt: version")]
    [TestCase("acknowledgements: immediate", "mqtt: acknowledgements")]
    public void An_option_of_the_protocol_is_a_factor(string option, string factor)
    {
        var study = ScenarioText.Load(
            $$"""
            study: { duration: 1 h }
            jobs:
              job:
                source: a test
                parties: { meter: {}, utility: { kind: application } }
                relations: { reading: { from: meter, to: utility, every: 15 min } }
            architectures:
              a:
                hops:
                  - { from: meter, to: broker, over: fibre, speaks: mqtt }
                  - { from: broker, to: utility, over: internet, speaks: mqtt }
              b:
                hops:
                  - { from: meter, to: broker, over: fibre, speaks: { mqtt: { {{option}} } } }
                  - { from: broker, to: utility, over: internet, speaks: mqtt }
            comparisons: { one: { question: Which?, job: job, cross: { architecture: [a, b] } } }
            """
        );

        Assert.That(Comparability.Differences(study.Cells)[0].Factors.Select(difference => difference.Factor), Is.EqualTo([factor]));
    }

    [Test]
    public void The_radius_of_a_job_without_an_area_can_be_varied()
    {
        var text = ScenarioText
            .Metering.Replace("area: { radius: 1 km }", "description: without an area", StringComparison.Ordinal)
            .Replace("cross: { ", "cross: { area.radius: [2 km, 3 km], ", StringComparison.Ordinal);

        Assert.That(ScenarioText.Load(text).Cells.Select(cell => cell.Plan.Job.Area.Radius).Distinct(), Is.EqualTo([2000.0, 3000.0]));
    }

    private static IEnumerable<string> Factors(string comparison, string a, string b) =>
        Comparability
            .Differences(Study.Load(Repository.Shipped, new RunRequest { Comparisons = [comparison] }).Cells)
            .Single(difference => difference.A == a && difference.B == b)
            .Factors.Select(factor => factor.Factor);
}
