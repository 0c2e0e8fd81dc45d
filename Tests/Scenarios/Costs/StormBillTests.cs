using System.Globalization;
using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Scenarios.Costs;

/// <summary>What storms cost: a run has one, a year as many as the job says.</summary>
public sealed class StormBillTests
{
    private const double SecondsPerYear = 365.25 * 86400;

    // Eight gauges, each sending 20 octets of content in a datagram: 20 + 8 (UDP) + 20 (IPv4) octets, 384 octets a storm for all of them.
    [TestCase("", 1)]
    [TestCase(", rate: 3 / year", 3)]
    [TestCase(", rate: 0 / year", 0)]
    public void Data_of_a_storm_are_paid_for_as_often_as_it_breaks_out(string rate, double storms) =>
        Assert.That(Quantity(Bill(rate, "10 min"), "lpwa-data"), Is.EqualTo(384 * storms).Within(1e-6));

    // A managed broker takes in eight messages and hands out as many.
    [TestCase("10 min", "", 16)]
    [TestCase("1 h", "", 16)]
    [TestCase("1 h", ", rate: 3 / year", 48)]
    public void Messages_of_a_storm_do_not_depend_on_the_length_of_the_run(string duration, string rate, double messages) =>
        Assert.That(Quantity(Bill(rate, duration), "managed-broker-messages"), Is.EqualTo(messages).Within(1e-6));

    // What is sent every ten seconds beside it is extrapolated from the run: 8 · 2 messages in 10 s.
    [Test]
    public void What_is_no_storm_is_extrapolated() =>
        Assert.That(
            Quantity(Bill("", "1 h", "steady: { from: gauge, to: agency, carries: 10 x 16 bit, every: 10 s }"), "managed-broker-messages"),
            Is.EqualTo(16 + 16 * SecondsPerYear / 10).Within(1).Percent
        );

    private static double Quantity(IEnumerable<CostRow> bill, string item) => bill.Where(row => row.Item == item).Sum(row => row.Quantity);

    private static IReadOnlyList<CostRow> Bill(string rate, string duration, string more = "")
    {
        using var results = new ResultBench();
        results.Run(
            ScenarioText.Load(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""
                    study: { seed: 5, replications: 1, duration: {{duration}} }
                    prices:
                      items:
                        lpwa-data: { mid: 1 EUR, units: 1, included: 0 }
                        managed-broker-messages: { mid: 1 EUR, units: 1 }
                    jobs:
                      river:
                        source: a test
                        area: { radius: 500 m }
                        parties: { gauge: { count: 8 }, agency: { kind: application } }
                        relations:
                          flood: { from: gauge, to: agency, carries: 10 x 16 bit, when: storm, window: 10 s{{rate}} }
                          {{more}}
                    architectures:
                      one:
                        tiers: { broker: { is: { broker: { hosting: managed } } } }
                        hops:
                          - { from: gauge, to: broker, over: [lte-m, operator-core, { internet: { loss: 0 % } }], speaks: udp }
                          - { from: broker, to: agency, over: { internet: { loss: 0 % } }, speaks: udp }
                    comparisons: { costs: { question: "?", job: river, cross: { architecture: [one] } } }
                    """
                )
            )
        );
        return results.Rows<CostRow>();
    }
}
