using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>What stands where the devices are draws the same, whoever goes on it.</summary>
public sealed class SiteEnergyTests
{
    private const string House = """
        study: { seed: 3, replications: 1, duration: 10 min }
        jobs:
          house:
            source: a test
            area: { radius: 8 m, household: true, propagation: { path-loss: indoor-office, buildings: none } }
            parties:
              lamp: { count: 4, device: smart-lamp }
              rules: { kind: controller }
              far: { kind: application }
            relations:
              state: { from: lamp, to: [rules, far], carries: 1 x 16 bit, every: 1 min }
        architectures:
          remote:
            hops:
              - { from: lamp, to: broker, over: [wifi, fibre, internet], speaks: coap }
              - { from: broker, to: [rules, far], over: office-lan, speaks: push }
          hub:
            hops:
              - { from: lamp, to: broker, over: [wifi, office-lan], speaks: coap }
              - { from: broker, to: rules, over: office-lan, speaks: push }
              - { from: broker, to: far, over: [fibre, internet], speaks: push }
          alone:
            hops:
              - { from: lamp, to: broker, over: [wifi, office-lan], speaks: coap }
              - { from: broker, to: [rules, far], over: office-lan, speaks: push }
          computed:
            tiers: { edge: { is: edge-compute } }
            hops:
              - { from: lamp, to: edge, over: [wifi, office-lan], speaks: coap }
              - { from: edge, to: [rules, far], over: [fibre, internet], speaks: push }
        comparisons:
          energy: { question: "?", job: house, cross: { architecture: [remote, hub, alone, computed] } }
        """;

    private static readonly Lazy<ResultFolder> Ran = new(() =>
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(House));
        return ResultFolder.Read(results.Path);
    });

    // 12 V and 0.5 A all day, over four lamps, wherever there is a line.
    [TestCase("remote", 12 * 0.5 * 86400 / 4)]
    [TestCase("hub", 12 * 0.5 * 86400 / 4)]
    [TestCase("alone", 0)]
    public void The_terminal_of_a_line_is_metered(string architecture, double joules) =>
        Assert.That(
            Ran.Value.Runs.Where(row => row.Architecture == architecture && row.Metric == "infrastructure-energy:fibre terminal")
                .Sum(row => row.Value),
            Is.EqualTo(joules).Within(1e-6)
        );

    [TestCase("remote", false)]
    [TestCase("hub", true)]
    [TestCase("computed", true)]
    public void A_machine_on_the_site_that_nobody_meters_is_named(string architecture, bool isNamed)
    {
        var unmetered = Ran.Value.Manifest.Comparisons[0].Architectures.Single(one => one.Name == architecture).Unmetered!;

        Assert.That(unmetered.Any(part => part.StartsWith("the home hub", StringComparison.Ordinal)), Is.EqualTo(isNamed));
    }
}
