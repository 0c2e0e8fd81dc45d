using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Scenarios.Costs;

/// <summary>A site has one Ethernet, whoever talks to whom over it.</summary>
public sealed class SiteSwitchTests
{
    private const string Plant = """
        study: { seed: 3, replications: 1, duration: 1 min }
        jobs:
          plant:
            source: a test
            parties:
              sensor: { count: 4 }
              actuator: { count: 3 }
              loop: { kind: controller }
              control: { kind: application }
              operator: { kind: person }
            relations:
              sample: { from: sensor, to: [loop, control], carries: 1 x 16 bit, every: 1 s }
              act: { from: loop, to: actuator, carries: 1 x 16 bit, after: sample }
              alarm: { from: control, to: operator, carries: 1 x 16 bit, after: sample }
        architectures:
          direct:
            parameters: [lan]
            hops:
              - { from: sensor, to: loop, over: $lan, speaks: udp }
              - { from: loop, to: [actuator, control], over: $lan, speaks: udp }
              - { from: control, to: operator, over: $lan, speaks: udp }
          brokered:
            parameters: [lan]
            hops:
              - { from: sensor, to: broker, over: $lan, speaks: udp }
              - { from: broker, to: [loop, actuator, control, operator], over: $lan, speaks: udp }
          far:
            parameters: [lan]
            hops:
              - { from: sensor, to: loop, over: [$lan, fibre, internet], speaks: udp }
              - { from: actuator, to: loop, over: [$lan, fibre, internet], speaks: udp }
              - { from: loop, to: control, over: $lan, speaks: udp }
              - { from: control, to: operator, over: $lan, speaks: udp }
        comparisons:
          costs: { question: "?", job: plant, cross: { architecture: [direct, brokered, far], lan: [ethernet, office-lan] } }
        """;

    private static readonly Lazy<(IReadOnlyList<CostRow> Costs, IReadOnlyList<TopologyRow> Topology, IReadOnlyList<RunRow> Runs)> Ran = new(
        () =>
        {
            using var results = new ResultBench();
            results.Run(ScenarioText.Load(Plant));
            return ([.. results.Rows<CostRow>()], [.. results.Rows<TopologyRow>()], [.. results.Rows<RunRow>()]);
        }
    );

    // Where the controller is rented, its switches are part of the hosting.
    [Test]
    public void A_site_pays_for_one_row_of_switches([Values("direct", "brokered", "far")] string architecture) =>
        Assert.That(
            Ran.Value.Costs.Where(row => row.Architecture == architecture && row.Item == "ethernet-switch").Sum(row => row.Quantity),
            Is.EqualTo(1)
        );

    [TestCase("direct", 1)]
    [TestCase("brokered", 1)]
    [TestCase("far", 2)]
    public void It_is_built_once_at_each_place(string architecture, int number) =>
        Assert.That(
            Ran.Value.Topology.Where(row => row.Architecture == architecture && row.Name == "ethernet switch").Select(row => row.Count),
            Is.EqualTo([number, number])
        );

    // Ten nodes, or eleven with the broker: 5 V and 80 mA for each cable, all day, over seven devices.
    [TestCase("direct", 10)]
    [TestCase("brokered", 11)]
    public void It_draws_for_each_cable(string architecture, int cables) =>
        Assert.That(
            Ran.Value.Runs.Single(row =>
                row.Architecture == architecture && row.Point == "lan=ethernet" && row.Metric == "infrastructure-energy:ethernet switch"
            ).Value,
            Is.EqualTo(cables * 5 * 0.08 * 86400 / 7).Within(1e-6)
        );
}
