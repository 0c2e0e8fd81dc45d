using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>Fleets of one job use one network, not one each.</summary>
public sealed class SharedInstallationTests
{
    private const string TwoFleets = """
        study: { seed: 7, replications: 1, duration: 1 h }
        jobs:
          town:
            source: a test
            area: { radius: 1 km }
            parties:
              meter: { count: 6, device: water-meter, indoor: 50 % }
              sensor: { count: 4, device: DEVICE }
              utility: { kind: application }
            relations:
              reading: { from: meter, to: utility, carries: 4 x 16 bit, every: 10 min, require: { delivery: ">= 98 %" } }
              climate: { from: sensor, to: utility, carries: 2 x 16 bit, every: 10 min, require: { delivery: ">= 98 %" } }
        architectures:
          mediated:
            parameters: [access]
            hops:
              - { from: meter, to: broker, over: [$access, internet], speaks: push }
              - { from: sensor, to: broker, over: [SENSOR, internet], speaks: push }
              - { from: broker, to: utility, over: internet, speaks: push }
        comparisons:
          town:
            question: Who shares what?
            job: town
            cross: { architecture: [mediated], access: [lte-cat1, lorawan-eu868] }
        """;

    [TestCase("lte-cat1")]
    [TestCase("lorawan-eu868")]
    public void Two_fleets_over_the_same_access_share_it(string access) => Assert.That(Installed(access), Has.Count.EqualTo(1));

    [TestCase("lte-cat1")]
    [TestCase("lorawan-eu868")]
    public void It_serves_both(string access) =>
        Assert.That(Installed(access).Single().Tiers.Select(tier => tier.Name), Is.EqualTo(["meter", "sensor"]));

    [Test]
    public void Gateways_with_other_options_are_another_network() =>
        Assert.That(Installed("lorawan-eu868", sensor: "{ lorawan-eu868: { gateways: 2 } }"), Has.Count.EqualTo(2));

    private static List<Equipment> Installed(string access, string device = "aa-sensor", string sensor = "$access")
    {
        var text = TwoFleets.Replace("DEVICE", device, StringComparison.Ordinal).Replace("SENSOR", sensor, StringComparison.Ordinal);
        var cell = ScenarioText.Load(text).Cells.Single(cell => cell.Point.ToString().Contains(access, StringComparison.Ordinal));
        var network = NetworkBuilder.Build(cell.Plan, Library.Shipped, null, 7, 0, cell.Times);
        return [.. network.Equipment.Where(equipment => equipment.Name == access)];
    }
}
