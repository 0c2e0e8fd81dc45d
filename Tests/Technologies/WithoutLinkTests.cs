using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Tests.Scenarios;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>Devices that reach nobody lose what they have out of range, not because a queue is full.</summary>
public sealed class WithoutLinkTests
{
    [TestCase("wifi: { access-points: 1 }", "coap", 20)]
    [TestCase("ieee-802154: { border-routers: 1, relays: none }", "coap", 20)]
    [TestCase("ieee-802154: { border-routers: 1, relays: none }", "lwm2m", 20)]
    [TestCase("ble: { gateways: 1, connections: 20 }", "udp", 20)]
    [TestCase("wifi: { access-points: 1 }", "push", 20)]
    [TestCase("wifi: { access-points: 1 }", "mqtt", 20)]
    [TestCase("wifi: { access-points: 1 }", "mqtt", 3000)]
    [TestCase("wifi: { access-points: 1 }", "amqp", 20)]
    [TestCase("wifi: { access-points: 1 }", "amqp", 3000)]
    [TestCase("wifi: { access-points: 1 }", "push", 3000)]
    [TestCase("wifi: { access-points: 1 }", "http", 3000)]
    [TestCase("wifi: { access-points: 1 }", "modbus-tcp", 20)]
    [TestCase("wifi: { access-points: 1 }", "coap", 3000)]
    [TestCase("wifi: { access-points: 1 }", "lwm2m", 20)]
    [TestCase("wifi: { access-points: 1 }", "mqtt-sn", 3000)]
    [TestCase("wifi: { access-points: 1 }", "{ coap: { security: dtls-1.2 } }", 3000)]
    [TestCase("ieee-802154: { border-routers: 1, relays: none }", "push", 3000)]
    [TestCase("ieee-802154: { border-routers: 1, relays: none }", "mqtt", 3000)]
    [TestCase("ble: { gateways: 1, connections: 20 }", "push", 3000)]
    [TestCase("ble: { gateways: 1, connections: 20 }", "mqtt", 3000)]
    public void What_they_lose_is_out_of_range(string technology, string protocol, int every)
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
                    relations: { reading: { from: sensor, to: service, carries: 4 x 16 bit, every: {{every}} s } }
                architectures:
                  far:
                    tiers: { platform: { is: broker } }
                    hops:
                      - { from: sensor, to: platform, over: [{ {{technology}} }, fibre, internet], speaks: {{protocol}} }
                      - { from: platform, to: service, over: internet, speaks: push }
                comparisons:
                  one:
                    question: Does it say why?
                    job: field
                    cross: { architecture: [far] }
                """
            )
        );

        var rows = results.Rows<RunRow>();
        var lost = rows.Where(row => row.Metric.StartsWith("dropped:", StringComparison.Ordinal) && row.Value > 0)
            .Select(row => row.Metric)
            .ToHashSet();

        // What still waits at the end of a run has not been lost by anything else.
        Assert.That(lost, Contains.Item("dropped:out-of-range"));
        Assert.That(lost.Except(["dropped:out-of-range", "dropped:unfinished"]), Is.Empty);
    }
}
