using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Validation.Cost;

/// <summary>Bills against two worked examples: a network of one's own or subscriptions, and a managed broker.</summary>
internal static class CostSuite
{
    private const double Years = 10;

    /// <summary>Months of 30 days, as the example of the broker reckons.</summary>
    private const double MinutesPerMonth = 30 * 24 * 60;

    public static ValidationSuite Create() =>
        new(
            "cost",
            "Bills",
            "iotclass teaching material: LoRaWAN sensor 15 EUR, gateway 1500 EUR and 100 EUR a year, network server 300 EUR a month, NB-IoT sensor 20 EUR and 30 EUR a year (prices confirmed, examples derived from them); AWS IoT Core, 1.00 USD a million messages and 0.08 USD a million minutes of connection (confirmed).",
            "Computed over ten years without discount, with the prices of the example instead of the library's; a gateway for 100 devices, in fractions or whole.",
            [],
            [
                Row("LoRaWAN, 1000 devices: 40 N + 36 000", "EUR", 40 * 1000 + 36_000, () => LoRaWan(1000, 1000 / 100.0)),
                Row("NB-IoT, 1000 devices: 320 N", "EUR", 320 * 1000, () => NbIot(1000)),
                Row("break-even of the two, gateways in fractions: 36 000 / 280", "1", 36_000 / 280.0, Meeting),
                Row(
                    "LoRaWAN, 129 devices, whole gateways: 2 · 2500 + 15 N + 36 000",
                    "EUR",
                    42_935,
                    () => LoRaWan(129, Math.Ceiling(129 / 100.0))
                ),
                Row("managed broker, 100 000 devices, 10 messages a day", "USD / month", 375.60, ManagedBroker),
            ]
        );

    /// <summary>Sums of products of decimal figures agree to a hundred-thousandth of a cent; a rule that was wrong would not.</summary>
    private static ValidationRow Row(string name, string unit, double expected, Func<double> obtain) =>
        new(name, unit, expected, Criterion.Within(1e-7), () => Measurement.Computed(obtain()));

    private static double LoRaWan(double devices, double gateways) =>
        Total(
            new Counted("lorawan-module", "device", devices),
            new Counted("lorawan-gateway", "gateway", gateways),
            new Counted("gateway-maintenance", "gateway", gateways),
            new Counted("network-server", "network", 1)
        );

    private static double NbIot(double devices) =>
        Total(new Counted("nb-iot-module", "device", devices), new Counted("lpwa-subscription", "device", devices));

    private static double Meeting() =>
        BreakEven.Crossing((100, LoRaWan(100, 1), NbIot(100)), (1000, LoRaWan(1000, 10), NbIot(1000)))!.Value;

    private static double ManagedBroker() =>
        Bill.Of(
            [
                new Counted("managed-broker-messages", "broker", 12 * 100_000 * 10 * 30.0) { IsUsedUp = true },
                new Counted("managed-broker-connections", "broker", 12 * 100_000 * MinutesPerMonth) { IsUsedUp = true },
            ],
            Prices
        ).Opex.Mid / 12;

    private static double Total(params IReadOnlyList<Counted> counted) => Bill.Of(counted, Prices).Total.Mid;

    private static PriceList Prices { get; } =
        PriceList.Of(
            Library.Shipped.Prices,
            new PriceSettings { Exchange = 1, Horizon = Units.Duration.FromSeconds(Years * 31557600) },
            new Dictionary<string, OwnPrice>
            {
                ["lorawan-module"] = Own("15 EUR"),
                ["lorawan-gateway"] = Own("1500 EUR"),
                ["gateway-maintenance"] = Own("100 EUR / year"),
                ["network-server"] = Own("300 EUR / month"),
                ["nb-iot-module"] = Own("20 EUR"),
                ["lpwa-subscription"] = Own("30 EUR / year"),
            }
        );

    private static OwnPrice Own(string text) =>
        Money.TryRead(text, out var money, out var problem)
            ? new OwnPrice { Mid = money }
            : throw new ArgumentException(problem, nameof(text));
}
