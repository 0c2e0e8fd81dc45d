using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>HTTP, Modbus over TCP and short messages from a file to results.</summary>
public sealed class ApplicationProtocolTests
{
    private const string Monitoring = """
        study: { seed: 7, replications: 3, duration: 1 h }
        jobs:
          monitoring:
            source: a test
            area: { radius: 1 km }
            parties:
              pump: { count: 6 }
              control: { kind: application }
              engineer: { kind: application } # who never overlooks an alarm, as a person may
            relations:
              state: { from: pump, to: control, carries: 10 x 16 bit, every: 1 min, require: { delivery: ">= 98 %", within: 5 min } }
              alarm: { from: pump, to: engineer, carries: 20 x 8 bit, when: event, rate: 96 / day, require: { delivery: ">= 98 %", within: 2 h } }
        architectures:
          polled:
            hops:
              - { from: pump, to: scada, over: ethernet, speaks: modbus-tcp }
              - { from: scada, to: control, over: office-lan, speaks: { http: { version: 2, poller: far, poll-interval: 10 s } } }
              - { from: scada, to: engineer, over: { sms: { near: large-account, unreachable: 0 } } }
            tiers: { scada: { is: server } }
          reported:
            hops:
              - { from: pump, to: platform, over: [fibre, internet], speaks: { http: { security: tls-1.3, encoding: json } } }
              - { from: platform, to: control, over: internet, speaks: http }
              - { from: pump, to: engineer, over: { sms: { unreachable: 0 } } }
            tiers: { platform: { is: server } }
        comparisons:
          monitoring:
            question: Who asks whom?
            job: monitoring
            cross: { architecture: [polled, reported] }
        """;

    [TestCase("polled")]
    [TestCase("reported")]
    public void Every_message_of_a_scenario_arrives(string architecture)
    {
        var study = ScenarioText.Load(Monitoring);
        var cell = study.Cells.First(cell => cell.Architecture == architecture);

        var result = CaseRunner.Run(cell, study, 1, study.KeyOf(cell, 1), CancellationToken.None);

        var delivery = result.Runs.Where(row => row.Metric == "delivery").ToList();
        Assert.That(delivery, Is.Not.Empty);
        Assert.That(delivery.Select(row => row.Value), Is.All.EqualTo(1));
    }
}
