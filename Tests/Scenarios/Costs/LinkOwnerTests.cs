using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Scenarios.Costs;

/// <summary>A device pays for its own link, once, whichever end of a hop it stands at, and not for what lies behind it.</summary>
public sealed class LinkOwnerTests
{
    private const string Cell = """
        study: { seed: 3, replications: 1, duration: 1 min }
        jobs:
          cell:
            source: a test
            area: { radius: 8 m, propagation: { path-loss: indoor-office, buildings: none } }
            parties:
              sensor: { count: 4 }
              actuator: { count: 3 }
              loop: { kind: controller }
              records: { kind: application }
            relations:
              sample: { from: sensor, to: [loop, records], carries: 1 x 16 bit, every: 1 s }
              act: { from: loop, to: actuator, carries: 1 x 16 bit, after: sample }
              stop: { from: sensor, to: actuator, carries: 1 x 8 bit, every: 10 s }
          collecting:
            source: a test
            area: { radius: 8 m }
            parties: { sensor: { count: 4 }, actuator: { count: 3 }, loop: { kind: controller }, records: { kind: application } }
            relations:
              sample: { from: sensor, to: [loop, records], carries: 1 x 16 bit, every: 1 s }
              act: { from: loop, to: actuator, carries: 1 x 16 bit, after: sample }
        architectures:
          wired-direct:
            hops:
              - { from: sensor, to: loop, over: ethernet, speaks: udp }
              - { from: sensor, to: actuator, over: ethernet, speaks: udp }
              - { from: loop, to: [actuator, records], over: ethernet, speaks: udp }
          wired-brokered:
            hops:
              - { from: sensor, to: broker, over: ethernet, speaks: udp }
              - { from: broker, to: [loop, actuator, records], over: ethernet, speaks: udp }
          wired-cloud:
            hops:
              - { from: sensor, to: broker, over: [ethernet, fibre, internet], speaks: udp }
              - { from: actuator, to: broker, over: [ethernet, fibre, internet], speaks: udp }
              - { from: broker, to: [loop, records], over: office-lan, speaks: udp }
          behind-access-points:
            hops:
              - { from: sensor, to: broker, over: [wifi, ethernet], speaks: udp }
              - { from: actuator, to: broker, over: [wifi, ethernet], speaks: udp }
              - { from: broker, to: [loop, records], over: ethernet, speaks: udp }
          at-both-ends:
            hops:
              - { from: sensor, to: loop, over: [wifi, ethernet], speaks: udp }
              - { from: sensor, to: actuator, over: wifi, speaks: udp }
              - { from: actuator, to: loop, over: [wifi, ethernet], speaks: udp }
              - { from: loop, to: records, over: ethernet, speaks: udp }
          at-the-far-end:
            hops:
              - { from: sensor, to: [loop, actuator], over: [wifi, ethernet], speaks: udp }
              - { from: loop, to: [actuator, records], over: ethernet, speaks: udp }
          collected:
            tiers: { gateway: { is: concentrator } }
            hops:
              - { from: sensor, to: gateway, over: rs485-modbus }
              - { from: gateway, to: loop, over: ethernet, speaks: udp }
              - { from: loop, to: [actuator, records], over: ethernet, speaks: udp }
        comparisons:
          costs:
            question: "?"
            job: cell
            cross: { architecture: [wired-direct, wired-brokered, wired-cloud, behind-access-points, at-both-ends, at-the-far-end] }
          collecting:
            question: "?"
            job: collecting
            cross: { architecture: [collected] }
        """;

    private static readonly Lazy<IReadOnlyList<CostRow>> Costs = new(() =>
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(Cell));
        return results.Rows<CostRow>();
    });

    // Four sensors and three actuators. A gateway comes with a port, and what stands behind access points has no cable.
    [TestCase("wired-direct", "ethernet-interface", 7)]
    [TestCase("wired-brokered", "ethernet-interface", 7)]
    [TestCase("wired-cloud", "ethernet-interface", 7)]
    [TestCase("behind-access-points", "ethernet-interface", 0)]
    [TestCase("behind-access-points", "wifi-module", 7)]
    [TestCase("at-both-ends", "wifi-module", 7)]
    [TestCase("at-both-ends", "ethernet-interface", 0)]
    [TestCase("at-the-far-end", "wifi-module", 4)]
    [TestCase("at-the-far-end", "ethernet-interface", 3)]
    [TestCase("collected", "ethernet-interface", 3)]
    public void Each_pays_for_its_own_link(string architecture, string item, double number) =>
        Assert.That(
            Costs.Value.Where(row => row.Architecture == architecture && row.Item == item).Sum(row => row.Quantity),
            Is.EqualTo(number)
        );
}
