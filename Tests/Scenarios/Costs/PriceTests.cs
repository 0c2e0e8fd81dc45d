using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Costs;

/// <summary>A scenario's own prices.</summary>
public sealed class PriceTests
{
    private static IEnumerable<string> Names => Library.Shipped.Prices.Items.Keys;

    [TestCaseSource(nameof(Names))]
    public void A_price_of_the_library_is_ordered_and_has_a_source(string name)
    {
        var price = Library.Shipped.Prices.Items[name];
        var (low, mid, high) = (price.Low.InEuro(0.92), price.Mid.InEuro(0.92), price.High.InEuro(0.92));

        Assert.That(low, Is.LessThanOrEqualTo(mid));
        Assert.That(mid, Is.LessThanOrEqualTo(high));
        Assert.That((price.Source.Length, price.Date.Length), Is.GreaterThan((0, 0)));
    }

    // Whoever is at home pays by the same scheme: once or by time.
    [TestCaseSource(nameof(Names))]
    public void What_a_household_pays_instead_is_a_price_of_the_same_kind(string name)
    {
        var price = Library.Shipped.Prices.Items[name];
        var own = price.AtHome is { } home ? Library.Shipped.Prices.Items[home] : price;

        Assert.That((own.Kind, own.Mid.IsPerTime), Is.EqualTo((price.Kind, price.Mid.IsPerTime)));
    }

    // A horizon of ten years over a house: one line at 30 EUR a month, nobody sent for batteries or gateways, no core of its own at 31 USD a month.
    [TestCase("", "access-line", 35 * 120)]
    [TestCase("", "gateway-maintenance", 1000)]
    [TestCase("", "server", 31 * 0.92 * 120)]
    [TestCase(", household: true", "home-line", 30 * 120)]
    [TestCase(", household: true", "home-maintenance", 0)]
    [TestCase(", household: true", "home-server", 60)]
    [TestCase(", household: true", "server", 0)]
    [TestCase(", household: true", "access-line", 0)]
    [TestCase(", household: true", "gateway-maintenance", 0)]
    [TestCase(", household: true", "site-visit", 0)]
    public void A_household_pays_its_own_prices(string household, string item, double total) =>
        Assert.That(HouseBill(household).Where(row => row.Item == item).Sum(row => row.TotalMid), Is.EqualTo(total).Within(1e-6));

    // A cell at 2.4 EUR instead of a visit at 100 USD, as many times.
    [Test]
    public void Residents_change_batteries_themselves()
    {
        var (sent, own) = (
            HouseBill("").Single(row => row.Item == "site-visit"),
            HouseBill(", household: true").Single(row => row.Item == "home-battery")
        );

        Assert.That(own.Quantity, Is.EqualTo(sent.Quantity).And.GreaterThan(0));
        Assert.That(own.TotalMid, Is.EqualTo(sent.TotalMid * 2.4 / 92).Within(1e-6));
    }

    // Where a source gives two ends, mid is their geometric mean, rounded to two digits; elsewhere the source says what mid is.
    [TestCaseSource(nameof(Names))]
    public void Mid_is_the_geometric_mean_of_the_ends_unless_its_source_says_otherwise(string name)
    {
        string[] named = ["network-server", "platform-software", "managed-broker-messages", "home-maintenance"];
        var price = Library.Shipped.Prices.Items[name];
        var mean = Math.Sqrt(price.Low.InEuro(1) * price.High.InEuro(1));

        Assert.That(
            price.Mid.InEuro(1),
            named.Contains(name) ? Is.GreaterThanOrEqualTo(price.Low.InEuro(1)) : Is.EqualTo(mean).Within(5).Percent
        );
    }

    // 40 EUR instead of the library's 770, for one gateway.
    [Test]
    public void An_own_price_wins() =>
        Assert.That(
            Bill("prices: { items: { lorawan-gateway: 40 EUR } }").Single(row => row.Item == "lorawan-gateway"),
            Has.Property(nameof(CostRow.TotalLow))
                .EqualTo(40)
                .And.Property(nameof(CostRow.TotalMid))
                .EqualTo(40)
                .And.Property(nameof(CostRow.TotalHigh))
                .EqualTo(40)
        );

    // Five meters, of which half are replaced in a year: 5 · 10 EUR for devices and 5 · 4.9 USD · 0.92 for modems, (1 + 0.5 · 10) times.
    [TestCase("device", 300)]
    [TestCase("lorawan-module", 135.24)]
    public void Replaced_devices_and_their_modems_are_paid_for(string item, double total) =>
        Assert.That(
            Bill("", ", churn: { replaced: 0.5 / year }").Where(row => row.Item == item).Sum(row => row.TotalMid),
            Is.EqualTo(total).Within(1e-6)
        );

    [Test]
    public void A_horizon_decides_how_often_is_paid() =>
        Assert.That(
            Bill("prices: { horizon: 3 year }").Single(row => row.Item == "gateway-maintenance").TotalMid,
            Is.EqualTo(300).Within(1e-6)
        );

    [TestCase("items: { lorawan-gatway: 40 EUR }", "unknown price 'lorawan-gatway'; did you mean 'lorawan-gateway'?")]
    [TestCase("items: { lorawan-gateway: 40 }", "expected an amount of money such as '400 EUR' or '1.5 USD / month', found '40'")]
    [TestCase("items: { lorawan-gateway: 40 EUR / year }", "lorawan-gateway is not paid by time")]
    [TestCase("items: { gateway-maintenance: 40 EUR }", "gateway-maintenance is paid as long as it is there")]
    [TestCase("items: { device: { low: 9 EUR, mid: 8 EUR } }", "low is at most mid")]
    [TestCase("items: { device: { mid: 8 EUR, high: 9 EUR / year } }", "either all of low, mid and high are per time or none")]
    [TestCase(
        "items: { device: { low: 9 USD, mid: 8 EUR } }",
        "low is at most mid, and mid at most high; at 0.92 EUR for a USD they are 8.28, 8 and 8 EUR"
    )]
    [TestCase("exchange: 0.5, items: { device: { mid: 8 EUR, high: 15 USD } }", "at 0.5 EUR for a USD they are 8, 8 and 7.5 EUR")]
    [TestCase("items: { device: { mid: 8 EUR, at-most: 9 EUR / year } }", "'at-most' is for what devices pay by octet")]
    [TestCase("items: { mobile-data: { mid: 1 EUR, at-most: 9 EUR } }", "a device pays at most so much a time")]
    [TestCase(
        "items: { mobile-data: { mid: 1 EUR, at-most: { low: 2 EUR / year, mid: 1 EUR / year } } }",
        "mobile-data, at-most: low is at most mid"
    )]
    [TestCase("items: { device: -8 EUR }", "nobody is paid for having it")]
    [TestCase("horizon: 3 d", "horizon")]
    [TestCase("discount: 200 %", "discount")]
    [TestCase("file: nowhere.csv", "there is no price file 'nowhere.csv' next to the scenario")]
    public void A_mistake_is_told(string prices, string message) =>
        Assert.That(() => Load($"prices: {{ {prices} }}"), Throws.TypeOf<ScenarioException>().With.Message.Contains(message));

    // 8 EUR lie below 9 USD at the library's rate.
    [TestCase("items: { device: { low: 8 EUR, mid: 9 USD } }")]
    [TestCase("exchange: 2, items: { device: { low: 9 EUR, mid: 5 USD } }")]
    public void Ends_in_another_currency_are_compared_at_the_rate_of_the_study(string prices) =>
        Assert.That(() => Load($"prices: {{ {prices} }}"), Throws.Nothing);

    [TestCase("at-most: 90 EUR / year", 90, 90, 90)]
    [TestCase("at-most: { low: 5 EUR / month, mid: 100 EUR / year, high: 200 USD / year }", 60, 100, 184)]
    [TestCase("whole: false", 120, 240, 600)]
    public void A_limit_of_ones_own_wins(string limit, double low, double mid, double high)
    {
        var price = Load($"prices: {{ items: {{ mobile-data: {{ mid: 0.01 EUR, {limit} }} }} }}").Prices.Find("mobile-data")!;

        Assert.That(
            (price.AtMost!.Value.Low, price.AtMost!.Value.Mid, price.AtMost!.Value.High),
            Is.EqualTo((low, mid, high)).Within(1e-9)
        );
    }

    [Test]
    public void A_file_of_prices_is_read() =>
        Assert.That(
            Study.Load(Repository.PathOf("CanSay", "own-sites-and-prices.yaml")).Prices.Find("lorawan-gateway")!.Each.Mid,
            Is.EqualTo(900)
        );

    [TestCase("500 EUR", false, 500)]
    [TestCase("10 USD / month", true, 110.4)]
    public void Money_is_reckoned_in_euro_and_years(string text, bool isPerTime, double euro)
    {
        Money.TryRead(text, out var money, out _);

        Assert.That((money.IsPerTime, money.InEuro(0.92)), Is.EqualTo((isPerTime, euro)));
    }

    private static IReadOnlyList<CostRow> Bill(string prices, string meter = "")
    {
        using var results = new ResultBench();
        results.Run(Load(prices, meter));
        return results.Rows<CostRow>();
    }

    private static IReadOnlyList<CostRow> HouseBill(string household)
    {
        using var results = new ResultBench();
        results.Run(
            ScenarioText.Load(
                $$"""
                study: { replications: 1, duration: 10 min }
                jobs:
                  house:
                    source: a test
                    area: { radius: 8 m, propagation: { path-loss: indoor-office, buildings: none }{{household}} }
                    parties: { door: { count: 5, device: door-sensor }, maker: { kind: application } }
                    relations: { state: { from: door, to: maker, carries: 1 x 16 bit, every: 1 min } }
                architectures:
                  one:
                    hops:
                      - { from: door, to: head-end, over: [wifi, fibre, internet], speaks: udp }
                      - { from: head-end, to: maker, over: internet, speaks: udp }
                comparisons: { costs: { question: "?", job: house, cross: { architecture: [one] } } }
                """
            )
        );
        return results.Rows<CostRow>();
    }

    private static Study Load(string prices, string meter = "") =>
        ScenarioText.Load(
            $$"""
            study: { replications: 1, duration: 10 min }
            {{prices}}
            jobs:
              metering:
                source: a test
                area: { radius: 500 m }
                parties: { meter: { count: 5{{meter}} }, utility: { kind: application } }
                relations: { reading: { from: meter, to: utility, carries: 4 x 16 bit, every: 5 min } }
            architectures:
              one:
                hops:
                  - { from: meter, to: head-end, over: [lorawan-eu868, internet], speaks: udp }
                  - { from: head-end, to: utility, over: internet, speaks: udp }
            comparisons: { costs: { question: "?", job: metering, cross: { architecture: [one] } } }
            """
        );
}
