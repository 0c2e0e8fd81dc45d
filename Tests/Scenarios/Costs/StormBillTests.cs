using System.Globalization;
using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Scenarios.Costs;

/// <summary>What storms cost: a run has one, a year as many as the job says.</summary>
public sealed class StormBillTests
{
    private const double SecondsPerYear = 365.25 * 86400;

    private const string Gauges = "gauge: { count: 8 }, agency: { kind: application }";

    private const string Broker = """
        tiers: { broker: { is: { broker: { hosting: managed } } } }
        hops:
          - { from: gauge, to: broker, over: [lte-m, operator-core, { internet: { loss: 0 % } }], speaks: udp }
          - { from: broker, to: agency, over: { internet: { loss: 0 % } }, speaks: udp }
        """;

    // Every ten minutes 8 messages in and as many out.
    private const string Steady = "steady: { from: gauge, to: agency, carries: 10 x 16 bit, every: 10 min }";
    private const double SteadyPerYear = 16 * SecondsPerYear / 600;

    // Eight gauges, each sending 20 octets of content in a datagram: 20 + 8 (UDP) + 20 (IPv4) octets, 384 octets a storm for all of them.
    [TestCase("", 1)]
    [TestCase(", rate: 3 / year", 3)]
    [TestCase(", rate: 0 / year", 0)]
    public void Data_of_a_storm_are_paid_for_as_often_as_it_breaks_out(string rate, double storms) =>
        Assert.That(Quantity(Bill("10 min", Flood(rate)), "lpwa-data"), Is.EqualTo(384 * storms).Within(1e-6));

    // A managed broker takes in eight messages and hands out as many.
    [TestCase("10 min", "", 16)]
    [TestCase("1 h", "", 16)]
    [TestCase("1 h", ", rate: 3 / year", 48)]
    public void Messages_of_a_storm_do_not_depend_on_the_length_of_the_run(string duration, string rate, double messages) =>
        Assert.That(Quantity(Bill(duration, Flood(rate)), "managed-broker-messages"), Is.EqualTo(messages).Within(1e-6));

    [Test]
    public void What_is_no_storm_is_extrapolated() =>
        Assert.That(
            Quantity(Bill("1 h", $"{Flood("")}, {Steady}"), "managed-broker-messages"),
            Is.EqualTo(16 + SteadyPerYear).Within(2).Percent
        );

    // 600 octets take five parts of 134.
    [TestCase("10 min", "", 40)]
    [TestCase("1 h", ", rate: 3 / year", 120)]
    public void Each_part_of_a_short_message_in_a_storm_is_paid_for_as_often_as_it_breaks_out(string duration, string rate, double parts) =>
        Assert.That(
            Quantity(Bill(duration, Flood(rate, "300 x 16 bit"), architecture: "hops: [{ from: gauge, to: agency, over: sms }]"), "sms"),
            Is.EqualTo(parts).Within(1e-6)
        );

    [Test]
    public void What_is_lost_of_a_storm_is_not_missing_from_what_is_no_storm()
    {
        const string relations = $"alarm: {{ from: siren, to: agency, when: storm, window: 10 s }}, {Steady}";
        const string bottleneck = $$"""
            {{Broker}}
              - { from: siren, to: broker, over: [lte-m, operator-core, { internet: { loss: 99 % } }], speaks: udp }
            """;
        var bill = Bill("1 h", relations, $"{Gauges}, siren: {{ count: 8 }}", bottleneck);
        Assert.That(Quantity(bill, "managed-broker-messages"), Is.EqualTo(SteadyPerYear).Within(2).Percent);
    }

    // Flood, alarm and answer pass the broker, and the deputy is never called.
    [Test]
    public void What_an_answer_made_superfluous_is_not_missing_from_what_is_no_storm()
    {
        const string chain = """
            alarm: { from: agency, to: mayor, after: flood },
            answer: { from: mayor, to: agency, after: alarm },
            second: { from: agency, to: deputy, after: flood, wait: 2 min, unless: answer }
            """;
        const string hops = $$"""
            {{Broker}}
              - { from: broker, to: mayor, over: { internet: { loss: 0 % } }, speaks: udp }
              - { from: broker, to: deputy, over: { internet: { loss: 0 % } }, speaks: udp }
            """;
        var bill = Bill(
            "1 h",
            $"{Flood(", rate: 10000 / year")}, {chain}, {Steady}",
            $"{Gauges}, mayor: {{ kind: application }}, deputy: {{ kind: application }}",
            hops
        );
        Assert.That(Quantity(bill, "managed-broker-messages"), Is.EqualTo(3 * 16 * 10_000 + SteadyPerYear).Within(1).Percent);
    }

    [TestCase("")]
    [TestCase(", rate: 3 / year")]
    public void What_a_message_costs_does_not_depend_on_the_length_of_the_run(string rate) =>
        Assert.That(CostPerMessage("1 h", Flood(rate)), Is.EqualTo(CostPerMessage("10 min", Flood(rate))).Within(1e-6).Percent);

    // What is sent beside it counts by the measured time: a year has 8 arrivals of a storm, and 8 every ten minutes.
    [Test]
    public void A_storm_is_few_of_the_messages_among_which_a_bill_is_divided()
    {
        using var results = Run("1 h", $"{Flood("")}, {Steady}");
        var total = Value(results, "cost-total");
        Assert.That(total / Value(results, "cost-per-message"), Is.EqualTo(10 * (8 + SteadyPerYear / 2)).Within(2).Percent);
    }

    private static double CostPerMessage(string duration, string relations)
    {
        using var results = Run(duration, relations);
        return Value(results, "cost-per-message");
    }

    private static double Value(ResultBench results, string metric) => results.Rows<RunRow>().Single(row => row.Metric == metric).Value;

    private static string Flood(string rate, string carries = "10 x 16 bit") =>
        $"flood: {{ from: gauge, to: agency, carries: {carries}, when: storm, window: 10 s{rate} }}";

    private static double Quantity(IEnumerable<CostRow> bill, string item) => bill.Where(row => row.Item == item).Sum(row => row.Quantity);

    private static IReadOnlyList<CostRow> Bill(string duration, string relations, string parties = Gauges, string architecture = Broker)
    {
        using var results = Run(duration, relations, parties, architecture);
        return results.Rows<CostRow>();
    }

    private static ResultBench Run(string duration, string relations, string parties = Gauges, string architecture = Broker)
    {
        var results = new ResultBench();
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
                        sms: { mid: 1 EUR, units: 1 }
                    jobs:
                      river:
                        source: a test
                        area: { radius: 500 m }
                        parties: { {{parties}} }
                        relations: { {{relations.ReplaceLineEndings(" ")}} }
                    architectures:
                      one:
                        {{architecture.ReplaceLineEndings("\n    ")}}
                    comparisons: { costs: { question: "?", job: river, cross: { architecture: [one] } } }
                    """
                )
            )
        );
        return results;
    }
}
