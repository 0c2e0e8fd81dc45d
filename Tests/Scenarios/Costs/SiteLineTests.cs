using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Scenarios.Costs;

/// <summary>A house has one line, whatever is behind it.</summary>
public sealed class SiteLineTests
{
    private const string House = """
        study: { seed: 3, replications: 1, duration: 10 min }
        jobs:
          house:
            source: a test
            area: { radius: 8 m, propagation: { path-loss: indoor-office, buildings: none } }
            parties:
              lamp: { count: 9, device: smart-lamp }
              switch: { count: 3, device: light-switch }
              rules: { kind: application }
              far: { kind: application }
            relations:
              state: { from: lamp, to: [rules, far], carries: 1 x 16 bit, every: 1 min }
              press: { from: switch, to: rules, carries: 1 x 16 bit, when: event, rate: 10 / hour }
              light: { from: rules, to: lamp, carries: 1 x 16 bit, after: press }
        architectures:
          cloud:
            parameters: [access]
            hops:
              - { from: lamp, to: broker, over: [$access, fibre, internet], speaks: coap }
              - { from: switch, to: broker, over: [$access, fibre, internet], speaks: coap }
              - { from: broker, to: [rules, far], over: office-lan, speaks: push }
          hub:
            parameters: [access]
            hops:
              - { from: lamp, to: rules, over: [$access, office-lan], speaks: coap }
              - { from: switch, to: rules, over: [$access, office-lan], speaks: coap }
              - { from: rules, to: far, over: [fibre, internet], speaks: push }
          both:
            parameters: [access]
            hops:
              - { from: lamp, to: rules, over: [$access, office-lan], speaks: coap }
              - { from: switch, to: broker, over: [$access, fibre, internet], speaks: coap }
              - { from: rules, to: broker, over: [fibre, internet], speaks: push }
              - { from: broker, to: far, over: office-lan, speaks: push }
        comparisons:
          costs: { question: "?", job: house, cross: { architecture: [cloud, hub, both], access: [ieee-802154, wifi, ble, ethernet] } }
        """;

    private static readonly Lazy<IReadOnlyList<CostRow>> Costs = new(() =>
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(House));
        return results.Rows<CostRow>();
    });

    [Test]
    public void A_house_has_one_line(
        [Values("cloud", "hub", "both")] string architecture,
        [Values("ieee-802154", "wifi", "ble", "ethernet")] string access
    ) =>
        Assert.That(
            Costs
                .Value.Where(row => row.Architecture == architecture && row.Point == $"access={access}" && row.Item == "access-line")
                .Sum(row => row.Quantity),
            Is.EqualTo(1)
        );
}
