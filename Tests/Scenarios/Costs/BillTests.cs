using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Costs;

/// <summary>Bills by hand, to the cent.</summary>
public sealed class BillTests
{
    private const double Cent = 0.01;

    /// <summary>
    /// 250 devices at 10 EUR and modules at 4.9 USD, three gateways, a server of 12 cores, messages through a managed broker, batteries of four years.
    /// </summary>
    private static readonly Counted[] Town =
    [
        new("device", "meter", 250),
        new("lorawan-module", "lorawan-eu868", 250),
        new("lorawan-gateway", "lorawan-eu868", 3),
        new("gateway-maintenance", "lorawan-eu868", 3),
        new("server", "broker", 9),
        new("managed-broker-messages", "broker", 4_380_000) { IsUsedUp = true },
        new("lpwa-data", "nb-iot", 15_000_000_000) { IsUsedUp = true, Holders = 250 },
        new("site-visit", "meter", 0) { Cycles = [(4, 200), (6, 50)] },
    ];

    // By hand, in EUR, at 0.92 EUR for a USD:
    //   250 devices · 10                                      =  2 500.00
    //   250 modules · 4.9 · 0.92 = 250 · 4.508                =  1 127.00
    //   3 gateways · 770                                      =  2 310.00
    // At the beginning                                        =  5 937.00
    [Test]
    public void What_is_bought_at_the_beginning() => Assert.That(Bill.Of(Town, Prices()).Capex.Mid, Is.EqualTo(5937.00).Within(Cent / 2));

    // Each year:
    //   3 gateways · 100                                      =    300.00
    //   9 cores of a server · 31 USD · 12 · 0.92             =  3 080.16
    //   4.38 million messages · 1 USD · 0.92                  =      4.0296
    //   15 000 MB − 250 · 50 MB = 2 500 MB · 0.022            =     55.00
    //   visits: 200 devices · (10 / 4 − 1) + 50 · (10 / 6 − 1) = 333.333 in ten years · 100 USD · 0.92 / 10 = 3 066.6667
    // In a mean year                                          =  6 505.8563
    [Test]
    public void What_a_year_costs() => Assert.That(Bill.Of(Town, Prices()).Opex.Mid, Is.EqualTo(6505.8563).Within(Cent / 2));

    // 5 937.00 + 10 · 6 505.8563
    [Test]
    public void What_ten_years_cost() => Assert.That(Bill.Of(Town, Prices()).Total.Mid, Is.EqualTo(70995.563).Within(Cent / 2));

    // At 5 % a payment at the end of each of ten years is worth (1 − 1.05^−10) / 0.05 = 7.721735 of them; visits after 4 and 8 years, half
    // of the latter, and two thirds of one after 6; 1.05^−4 = 0.822702, 1.05^−6 = 0.746215, 1.05^−8 = 0.676839:
    //   5 937.00 + 7.721735 · (300 + 3 080.16 + 4.0296 + 55.00) + 92 · (200 · (0.822702 + 0.676839 / 2) + 50 · 2 / 3 · 0.746215)
    //   = 5 937.00 + 26 556.50 + 23 653.01
    [Test]
    public void Later_payments_count_less_where_a_discount_is_given() =>
        Assert.That(Bill.Of(Town, Prices(discount: 0.05)).Total.Mid, Is.EqualTo(56146.55).Within(0.05));

    // 250 · 5 + 250 · 3 · 0.92 + 3 · 400 = 3 140.00, and with high ends 250 · 20 + 250 · 8 · 0.92 + 3 · 1500 = 11 340.00
    [Test]
    public void Ends_are_reckoned_like_the_middle()
    {
        var capex = Bill.Of(Town, Prices()).Capex;

        Assert.That((capex.Low, capex.High), Is.EqualTo((3140.00, 11340.00)).Within(Cent / 2));
    }

    // 10 / 4 = 2.5: a visit after 4 years, and half of one after 8, whose battery goes on for two years beyond the horizon.
    [TestCase(10, 10, 0)]
    [TestCase(5, 10, 1)]
    [TestCase(4, 10, 1.5)]
    [TestCase(25, 10, 0)]
    [TestCase(1, 10, 9)]
    [TestCase(double.PositiveInfinity, 10, 0)]
    public void A_battery_is_changed_when_it_is_empty_and_the_last_one_credited(double life, double years, double visits)
    {
        var bill = Bill.Of([new Counted("site-visit", "meter", 0) { Cycles = [(life, 1)] }], Prices(years));

        Assert.That(bill.Items.Sum(item => item.Quantity), Is.EqualTo(visits).Within(1e-12));
    }

    // Whole visits would make it 3 · 92 EUR for the one and 4 · 92 EUR for the other.
    [TestCase(0)]
    [TestCase(0.05)]
    public void A_day_of_battery_life_does_not_decide(double discount)
    {
        double Total(double life) =>
            Bill.Of([new Counted("site-visit", "meter", 0) { Cycles = [(life, 1)] }], Prices(discount: discount)).Total.Mid;

        Assert.That(Total(2.5 - 1 / 365.25), Is.EqualTo(Total(2.5 + 1 / 365.25)).Within(1).Percent);
    }

    [Test]
    public void The_parts_sum_to_the_whole()
    {
        var bill = Bill.Of(Town, Prices());

        Assert.That(bill.Items.Sum(item => item.Total.Mid), Is.EqualTo(bill.Total.Mid).Within(1e-9));
        Assert.That(bill.Capex.Mid + 10 * bill.Opex.Mid, Is.EqualTo(bill.Total.Mid).Within(1e-6));
    }

    // 40 devices · 10 EUR · (1 + 0.5 · 10) = 2 400; a discount of 5 % counts the later ones 7.721735 times: 400 + 20 · 10 · 7.721735 = 1 944.35
    [TestCase(0, 2400)]
    [TestCase(0.05, 1944.347)]
    public void Replaced_devices_are_bought_anew(double discount, double total)
    {
        var bill = Bill.Of([new Counted("device", "truck", 40) { Replaced = 0.5 }], Prices(discount: discount));

        Assert.That((bill.Capex.Mid, bill.Opex.Mid, bill.Total.Mid), Is.EqualTo((400.0, 200.0, total)).Within(Cent / 2));
    }

    // The subscription of a device goes on when the device is replaced: 40 · 100 EUR a year · 10 years.
    [Test]
    public void What_is_paid_by_time_is_not_paid_twice_for_a_replacement()
    {
        var bill = Bill.Of([new Counted("gateway-maintenance", "truck", 40) { Replaced = 0.5 }], Prices());

        Assert.That(bill.Total.Mid, Is.EqualTo(40 * 100 * 10).Within(Cent));
    }

    // Two cameras of 20 GB a month each are 480 GB a year, less 2 · 120 MB free 479 760 MB; at 0.022 EUR that were 10 554.72 EUR, at most it is
    // 2 · 240. Two meters of 200 MB a year pay for 160 MB: 3.52 EUR. Together 483.52 EUR a year.
    [Test]
    public void A_heavy_user_pays_a_flat_rate_and_a_light_one_what_it_uses()
    {
        Counted Use(string of, double octets) => new("mobile-data", of, octets) { IsUsedUp = true, Holders = 2 };
        var heavy = Bill.Of([Use("camera", 480e9)], Prices());
        var light = Bill.Of([Use("meter", 400e6)], Prices());
        var together = Bill.Of([Use("lte-cat1", 480e9), Use("lte-cat1", 400e6)], Prices());

        Assert.That((heavy.Opex.Low, heavy.Opex.Mid, heavy.Opex.High), Is.EqualTo((240.0, 480.0, 1200.0)).Within(Cent / 2));
        Assert.That(light.Opex.Mid, Is.EqualTo(3.52).Within(Cent / 2));
        Assert.That((together.Items.Count, together.Opex.Mid), Is.EqualTo((1, 483.52)).Within(Cent / 2));
    }

    [Test]
    public void What_has_no_price_is_refused() =>
        Assert.That(
            () => Bill.Of([new Counted("moon", "meter", 1)], Prices()),
            Throws.ArgumentException.With.Message.Contains("no price 'moon'")
        );

    private static PriceList Prices(double years = 10, double discount = 0) =>
        PriceList.Of(
            Library.Shipped.Prices,
            new PriceSettings { Horizon = Duration.FromSeconds(years * 31557600), Discount = discount },
            new Dictionary<string, OwnPrice>()
        );
}
