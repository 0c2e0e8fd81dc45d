using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Tests.Scenarios;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>Devices that reach nobody lose what they have out of range, not because a queue is full.</summary>
public sealed class WithoutLinkTests
{
    [TestCase("wifi: { access-points: 1 }", "coap")]
    [TestCase("ieee-802154: { border-routers: 1, relays: none }", "coap")]
    [TestCase("ieee-802154: { border-routers: 1, relays: none }", "lwm2m")]
    [TestCase("ble: { gateways: 1, connections: 20 }", "udp")]
    public void What_fills_their_queue_is_that_nothing_gets_out(string technology, string protocol)
    {
        using var results = new ResultBench();
        results.Run(
            ScenarioText.Load(
                $$"""
                study: { seed: 1, replications: 2, duration: 4 h }
                jobs:
                  field:
                    source: a test
                    area: { radius: 2 km }
                    parties: { sensor: { count: 10, device: coin-cell-sensor }, service: { kind: application } }
                    relations: { reading: { from: sensor, to: service, carries: 4 x 16 bit, every: 20 s } }
                architectures:
                  far:
                    hops:
                      - { from: sensor, to: service, over: [{ {{technology}} }, fibre, internet], speaks: {{protocol}} }
                comparisons:
                  one:
                    question: Does it say why?
                    job: field
                    cross: { architecture: [far] }
                """
            )
        );

        var rows = results.Rows<RunRow>();
        Assert.Multiple(() =>
        {
            Assert.That(rows.Where(row => row.Metric == "dropped:queue-full").Select(row => row.Value), Is.Not.Empty.And.All.Zero);
            Assert.That(rows.Where(row => row.Metric == "dropped:out-of-range").Select(row => row.Value), Is.Not.Empty.And.All.Positive);
        });
    }
}
