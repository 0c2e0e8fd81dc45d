using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>What is said of collectors that a radio does not need, and of those that count one party of two.</summary>
public sealed class CollectorTests
{
    [TestCase("ieee-802154", "border routers")]
    [TestCase("wifi", "access points")]
    public void Stations_of_a_radio_come_in_addition_to_a_collector(string radio, string stations) =>
        Assert.That(
            Comparability.Cautions(Load($"over: {radio}, speaks: udp", "count: 1").Cells),
            Has.One.StartsWith($"'{radio}' builds {stations} of its own, which devices reach; they come in addition to 'gateway'")
        );

    [Test]
    public void A_line_to_a_collector_has_no_stations() =>
        Assert.That(Comparability.Cautions(Load("over: rs485-modbus", "count: 1").Cells), Has.None.Contains("in addition"));

    [Test]
    public void A_collector_that_counts_another_party_is_told_apart_from_one_that_counts_none()
    {
        Assert.That(
            Load("over: fibre, speaks: push", "per: { probe: 24 }").Notes,
            Has.One.Contains("the 'per' of 'gateway' counts 'probe' and says nothing of 'valve'")
        );
        Assert.That(
            Load("over: fibre, speaks: push", "count: 2").Notes,
            Has.Exactly(2).Contains("without 'per' to say which belong together")
        );
    }

    [Test]
    public void A_quick_look_may_take_what_a_run_refuses() =>
        Assert.That(Load("over: fibre, speaks: push", "per: { probe: 24 }", new RunRequest { Quick = true }).Notes, Is.Empty);

    private static Study Load(string to, string collector, RunRequest? request = null) =>
        ScenarioText.Load(
            $$"""
            study: { duration: 1 h }
            jobs:
              vineyard:
                source: a test
                parties: { probe: { count: 48 }, valve: { count: 48 }, irrigation: { kind: application } }
                relations:
                  moisture: { from: probe, to: irrigation, every: 15 min }
                  state: { from: valve, to: irrigation, every: 15 min }
            architectures:
              collected:
                tiers: { gateway: { is: concentrator, {{collector}} } }
                hops:
                  - { from: probe, to: gateway, {{to}} }
                  - { from: valve, to: gateway, {{to}} }
                  - { from: gateway, to: irrigation, over: [fibre, internet], speaks: push }
            comparisons:
              one: { question: "?", job: vineyard, cross: { architecture: [collected] } }
            """,
            request
        );
}
