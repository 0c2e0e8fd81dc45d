using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Scenarios.Costs;

/// <summary>Software is billed by the machines on which it runs, on all sides alike.</summary>
public sealed class MachineTests
{
    private static readonly string[] Machines = ["server", "edge-computer", "plc"];

    private const string Ward = """
        study: { seed: 3, replications: 1, duration: 10 min }
        jobs:
          ward:
            source: a test
            area: { radius: 20 m }
            parties:
              monitor: { count: 4 }
              valve: { count: 4 }
              station: { kind: application }
              loop: { kind: controller }
              records: { kind: application }
            relations:
              vital: { from: monitor, to: [station, records, loop], carries: 1 x 16 bit, every: 1 min }
              act: { from: loop, to: valve, carries: 1 x 16 bit, after: vital }
        architectures:
          through-station:
            hops:
              - { from: monitor, to: station, over: [lte-m, operator-core, internet], speaks: udp }
              - { from: station, to: [records, loop], over: office-lan, speaks: udp }
              - { from: valve, to: loop, over: [lte-m, operator-core, internet], speaks: udp }
          through-broker:
            hops:
              - { from: monitor, to: broker, over: [lte-m, operator-core, internet], speaks: udp }
              - { from: valve, to: broker, over: [lte-m, operator-core, internet], speaks: udp }
              - { from: broker, to: [station, records, loop], over: office-lan, speaks: udp }
          apart:
            hops:
              - { from: monitor, to: broker, over: [lte-m, operator-core, internet], speaks: udp }
              - { from: valve, to: broker, over: [lte-m, operator-core, internet], speaks: udp }
              - { from: broker, to: [station, records, loop], over: internet, speaks: udp }
          on-site:
            hops:
              - { from: monitor, to: broker, over: ethernet, speaks: udp }
              - { from: valve, to: broker, over: ethernet, speaks: udp }
              - { from: broker, to: loop, over: ethernet, speaks: udp }
              - { from: broker, to: [station, records], over: [fibre, internet], speaks: udp }
          radio-only:
            hops:
              - { from: monitor, to: broker, over: lte-m, speaks: udp }
              - { from: valve, to: broker, over: lte-m, speaks: udp }
              - { from: broker, to: [station, records, loop], over: office-lan, speaks: udp }
          radio-of-ones-own:
            hops:
              - { from: monitor, to: broker, over: nr-private, speaks: udp }
              - { from: valve, to: broker, over: nr-private, speaks: udp }
              - { from: broker, to: [station, records, loop], over: office-lan, speaks: udp }
          busy:
            tiers: { broker: { is: { broker: { service: 10 s } } } }
            hops:
              - { from: monitor, to: broker, over: [lte-m, operator-core, internet], speaks: udp }
              - { from: valve, to: broker, over: [lte-m, operator-core, internet], speaks: udp }
              - { from: broker, to: [station, records, loop], over: office-lan, speaks: udp }
          managed:
            tiers: { broker: { is: { broker: { hosting: managed } } } }
            hops:
              - { from: monitor, to: broker, over: [lte-m, operator-core, internet], speaks: udp }
              - { from: valve, to: broker, over: [lte-m, operator-core, internet], speaks: udp }
              - { from: broker, to: [station, records, loop], over: internet, speaks: udp }
        comparisons:
          costs: { question: "?", job: ward, cross: { architecture: [through-station, through-broker, apart, on-site, radio-only, radio-of-ones-own, busy, managed] } }
        """;

    private static readonly Lazy<IReadOnlyList<CostRow>> Costs = new(() =>
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(Ward));
        return results.Rows<CostRow>();
    });

    // The station passes on what the records get, so it mediates as the broker does; the loop is a program beside either. One core each, 31 USD a month.
    [TestCase("through-station", "station + loop")]
    [TestCase("through-broker", "loop + broker")]
    public void Whoever_mediates_pays_the_same(string architecture, string of) =>
        Assert.That(
            Costs.Value.Where(row => row.Architecture == architecture && Machines.Contains(row.Item)).Select(row => (row.Of, row.TotalMid)),
            Is.EqualTo([(of, 31 * 12 * 0.92 * 10)]).AsCollection.Within(1e-6)
        );

    [Test]
    public void What_is_apart_has_machines_of_its_own() =>
        Assert.That(Bill("apart"), Is.EquivalentTo([("server", "loop", 1.0), ("server", "broker", 1.0)]));

    [Test]
    public void Where_the_devices_are_stands_an_edge_computer_and_a_controller_is_one() =>
        Assert.That(Bill("on-site"), Is.EquivalentTo([("edge-computer", "broker", 1.0), ("plc", "loop", 1.0)]));

    [Test]
    public void Behind_the_mobile_network_of_an_operator_stands_a_server() =>
        Assert.That(Bill("radio-only"), Is.EqualTo([("server", "loop + broker", 1.0)]));

    [Test]
    public void Behind_a_mobile_network_of_ones_own_stands_an_edge_computer() =>
        Assert.That(Bill("radio-of-ones-own"), Is.EquivalentTo([("edge-computer", "broker", 1.0), ("plc", "loop", 1.0)]));

    // Four readings and twelve commands to valves … a minute: work of 10 s and 4.3 s for each further copy, so that more than one core is needed.
    [Test]
    public void Who_has_much_to_do_pays_for_more_cores()
    {
        var bill = Bill("busy");

        Assert.That(bill.Select(row => (row.Item, row.Of)), Is.EqualTo([("server", "loop + broker")]));
        Assert.That(bill[0].Quantity, Is.GreaterThan(2));
    }

    [Test]
    public void A_managed_broker_has_no_machine() => Assert.That(Bill("managed"), Is.EqualTo([("server", "loop", 1.0)]));

    private static List<(string Item, string Of, double Quantity)> Bill(string architecture) =>
        [
            .. Costs
                .Value.Where(row => row.Architecture == architecture && Machines.Contains(row.Item))
                .Select(row => (row.Item, row.Of, row.Quantity)),
        ];
}
