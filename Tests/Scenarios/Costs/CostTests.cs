using System.Globalization;
using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Scenarios.Costs;

/// <summary>What whole studies cost.</summary>
public sealed class CostTests
{
    private const string Town = """
        study: { seed: 11, replications: 2, warm-up: 10 min, duration: 1 h }
        jobs:
          metering:
            source: a test
            area: { radius: 1 km }
            parties: { meter: { count: 40, device: water-meter }, utility: { kind: application } }
            relations: { reading: { from: meter, to: utility, carries: 4 x 16 bit, every: 15 min, require: { within: 15 min } } }
        architectures:
          one:
            parameters: [access, hosting]
            tiers: &tiers { broker: { is: { broker: { hosting: $hosting } } } }
            hops: &hops
              - { from: meter, to: broker, over: [$access, internet], speaks: udp }
              - { from: broker, to: utility, over: internet, speaks: udp }
          same:
            parameters: [access, hosting]
            tiers: *tiers
            hops: *hops
        comparisons:
          costs:
            question: What does it cost?
            job: metering
            cross: { architecture: [one, same], access: [lorawan-eu868, nb-iot, sigfox-rc1], hosting: [own, managed], meter.count: [40, 80] }
        """;

    private static readonly Lazy<(IReadOnlyList<RunRow> Runs, IReadOnlyList<CostRow> Costs)> Ran = new(() => Run(Town));

    [Test]
    public void Equal_arms_cost_the_same()
    {
        var totals = Totals(Ran.Value.Runs);

        Assert.That(totals.Where(one => one.Key.Architecture == "one").All(one => totals[("same", one.Key.Point)] == one.Value), Is.True);
        Assert.That(totals, Has.Count.EqualTo(24));
    }

    [Test]
    public void A_fleet_twice_as_large_is_never_cheaper()
    {
        var totals = Totals(Ran.Value.Runs);

        Assert.That(
            totals
                .Where(one => one.Key.Point.EndsWith("=40", StringComparison.Ordinal))
                .Where(one => totals[(one.Key.Architecture, one.Key.Point.Replace("=40", "=80", StringComparison.Ordinal))] <= one.Value),
            Is.Empty
        );
    }

    // The batteries last longer than ten years, and who is sent what does not depend on who is lucky: only what is paid by message may differ.
    [Test]
    public void What_is_not_paid_by_message_does_not_depend_on_luck() =>
        Assert.That(
            Ran.Value.Costs.Where(row => row.Item != "managed-broker-messages")
                .GroupBy(row => (row.Architecture, row.Point, row.Item, row.Of))
                .Where(item => item.Select(row => row.TotalMid).Distinct().Count() > 1)
                .Select(item => item.Key),
            Is.Empty
        );

    [Test]
    public void What_an_operator_runs_is_paid_for_by_subscription() =>
        Assert.That(
            Items("access=sigfox-rc1,hosting=own,meter.count=40"),
            Is.EquivalentTo(["device", "sigfox-module", "sigfox-subscription", "server", "platform-software", "site-visit"])
        );

    [Test]
    public void A_network_of_ones_own_is_paid_for_in_whole() =>
        Assert.That(
            Items("access=lorawan-eu868,hosting=own,meter.count=40"),
            Is.EquivalentTo([
                "device",
                "lorawan-module",
                "lorawan-gateway",
                "gateway-installation",
                "gateway-maintenance",
                "gateway-line",
                "server",
                "server",
                "platform-software",
                "platform-software",
            ])
        );

    // Forty meters send four readings an hour, each taken in once and handed out once, and there are 8766 hours in a year; 41 sessions are kept.
    [Test]
    public void A_managed_broker_is_paid_by_message_and_connection()
    {
        var bill = Ran.Value.Costs.Where(row =>
            row is { Architecture: "one", Replication: 1, Point: "access=nb-iot,hosting=managed,meter.count=40" }
        );

        Assert.That(
            bill.Single(row => row.Item == "managed-broker-messages").Quantity,
            Is.EqualTo(40 * 4 * 2 * 8766 / 1e6).Within(3).Percent
        );
        Assert.That(bill.Single(row => row.Item == "managed-broker-connections").Quantity, Is.EqualTo(41 * 525960 / 1e6).Within(1e-9));
    }

    // 9.999999999999998 EUR is what binary fractions leave of ten.
    [Test]
    public void The_rows_of_a_bill_have_no_more_than_twelve_digits() =>
        Assert.That(
            Ran.Value.Costs.SelectMany(row =>
                    new[] { row.Quantity, row.EachLow, row.EachMid, row.EachHigh, row.Payments, row.TotalLow, row.TotalMid, row.TotalHigh }
                )
                .Where(value => double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) != value),
            Is.Empty
        );

    [Test]
    public void The_rows_of_a_bill_sum_to_the_total()
    {
        var sums = Ran
            .Value.Costs.GroupBy(row => (row.Architecture, row.Point, row.Replication))
            .ToDictionary(bill => bill.Key, bill => bill.Sum(row => row.TotalMid));

        Assert.That(
            Ran.Value.Runs.Where(row => row.Metric == "cost-total")
                .Where(row => Math.Abs(sums[(row.Architecture, row.Point, row.Replication)] - row.Value) > 1e-6),
            Is.Empty
        );
    }

    // The batteries outlast ten years over LoRaWAN: a part that comes to nothing, in all replications or in some, is told as 0.
    [Test]
    public void A_part_that_costs_nothing_is_told_all_the_same()
    {
        var batteries = Ran.Value.Runs.Where(row =>
            row.Metric == "cost:batteries" && row.Point.Contains("lorawan", StringComparison.Ordinal)
        );

        Assert.That(batteries.Select(row => row.Value), Is.EqualTo(Enumerable.Repeat(0.0, 16)));
    }

    [Test]
    public void Parts_sum_to_the_total()
    {
        var parts = Ran
            .Value.Runs.Where(row => row.Metric.StartsWith("cost:", StringComparison.Ordinal))
            .ToLookup(row => (row.Architecture, row.Point, row.Replication));
        var totals = Ran.Value.Runs.Where(row => row.Metric == "cost-total").ToList();

        Assert.That(
            totals.Select(row => parts[(row.Architecture, row.Point, row.Replication)].Sum(part => part.Value)),
            Is.EqualTo(totals.Select(row => row.Value)).AsCollection.Within(1e-6)
        );
        Assert.That(
            parts.GroupBy(run => (run.Key.Architecture, run.Key.Point)).Select(cell => cell.Select(run => run.Count()).Distinct().Count()),
            Has.All.EqualTo(1)
        );
    }

    [Test]
    public void More_gateways_are_never_cheaper()
    {
        var totals = new[] { 1, 2, 3, 8 }
            .Select(gateways => Totals(Run(WithGateways(gateways)).Runs)[("one", "hosting=own,meter.count=40")])
            .ToList();

        Assert.That(totals, Is.Ordered.Ascending.And.Unique);
    }

    private static string WithGateways(int number) =>
        Town.Replace("over: [$access,", $"over: [{{ lorawan-eu868: {{ gateways: {number} }} }},", StringComparison.Ordinal)
            .Replace("parameters: [access, hosting]", "parameters: [hosting]", StringComparison.Ordinal)
            .Replace(" access: [lorawan-eu868, nb-iot, sigfox-rc1],", "", StringComparison.Ordinal);

    private static string[] Items(string point) =>
        [.. Ran.Value.Costs.Where(row => row.Architecture == "one" && row.Replication == 1 && row.Point == point).Select(row => row.Item)];

    private static Dictionary<(string Architecture, string Point), double> Totals(IEnumerable<RunRow> runs) =>
        runs.Where(row => row is { Metric: "cost-total", Replication: 1 })
            .ToDictionary(row => (row.Architecture, row.Point), row => row.Value);

    private static (IReadOnlyList<RunRow> Runs, IReadOnlyList<CostRow> Costs) Run(string text)
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(text));
        return ([.. results.Rows<RunRow>()], [.. results.Rows<CostRow>()]);
    }
}
