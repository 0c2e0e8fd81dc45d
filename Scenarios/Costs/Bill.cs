using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Costs;

/// <summary>What an architecture costs over a horizon.</summary>
/// <remarks>
/// Modelled: what is bought once, at the beginning; what is paid each year, at its end, until the horizon; what is used up, as if every year were like the
/// measured time; what is bought anew as devices are replaced at random, so many in a mean year; visits when a battery is empty, horizon / life − 1 of them for each device but never below 0, the first battery being part of the device. The
/// last visit counts by that part of its battery's life which lies within the horizon: in the steady state a year costs visit / life, whereas whole visits would let a day of battery life, before or after the end of the horizon, decide
/// between fleets that live nearly alike. Later payments count (1 + d)^−t where a discount d is given; visits are paid at life, 2 · life and so on. Left out: the time of people, taxes, changes of prices, residual values of anything
/// but batteries, spare parts, financing.
/// Validated by <c>Tests/Scenarios/Costs/BillTests</c> and the suite <c>cost</c>.
/// </remarks>
/// <param name="items">Its positions.</param>
/// <param name="years">The horizon [a].</param>
public sealed class Bill(IReadOnlyList<BillItem> items, double years)
{
    /// <summary>Its positions.</summary>
    public IReadOnlyList<BillItem> Items { get; } = items;

    /// <summary>The kinds of everything that was counted, also where it came to nothing, such as visits to batteries that outlast the horizon.</summary>
    public IReadOnlyList<CostKind> Kinds { get; private init; } = [.. items.Select(item => item.Kind).Distinct().Order()];

    /// <summary>What is paid at the beginning [EUR].</summary>
    public PriceRange Capex => Sum(Items.Where(item => item.When == PaymentTime.Once).Select(item => item.Total));

    /// <summary>What is paid in a mean year, later payments in full [EUR/a].</summary>
    public PriceRange Opex =>
        Sum(
            Items
                .Where(item => item.When != PaymentTime.Once)
                .Select(item => item.Quantity * (item.When == PaymentTime.PerBattery ? 1 / years : 1) * item.Each)
        );

    /// <summary>What it comes to over the horizon [EUR].</summary>
    public PriceRange Total => Sum(Items.Select(item => item.Total));

    /// <summary>The bill for what was counted.</summary>
    /// <param name="counted">What there is and what is used up.</param>
    /// <param name="prices">What it costs, and over how long.</param>
    /// <exception cref="ArgumentException">There is no price of that name, or it is per time for something that is used up.</exception>
    public static Bill Of(IEnumerable<Counted> counted, PriceList prices)
    {
        ArgumentNullException.ThrowIfNull(counted);
        ArgumentNullException.ThrowIfNull(prices);
        var all = counted.SelectMany(one => ItemsOf(one, prices)).ToList();
        var items = all.Where(item => item.Quantity > 0)
            .GroupBy(item => (item.Item, item.Of, item.When))
            .Select(same =>
                same.First() with
                {
                    Quantity = same.Sum(item => item.Quantity),
                    Each = MeanOf([.. same]),
                    Payments = same.Sum(item => item.Quantity * item.Payments) / same.Sum(item => item.Quantity),
                }
            );
        return new Bill([.. items], prices.Years) { Kinds = [.. all.Select(item => item.Kind).Distinct().Order()] };
    }

    private static IEnumerable<BillItem> ItemsOf(Counted counted, PriceList prices)
    {
        var price =
            prices.Find(counted.Price)
            ?? throw new ArgumentException($"There is no price '{counted.Price}' for {counted.Of}.", nameof(counted));
        if (price.IsYearly && (counted.IsUsedUp || counted.Cycles.Count > 0))
        {
            throw new ArgumentException($"'{counted.Price}' is paid each time, so its price is not per time.", nameof(prices));
        }

        if (counted.Cycles.Count > 0)
        {
            var visits = counted.Cycles.Select(cycle => (Count: Repeats(cycle.Years, prices.Years), cycle.Years, cycle.Devices)).ToList();
            var number = visits.Sum(visit => visit.Count * visit.Devices);
            var worth = visits.Sum(visit => Worth(visit.Count, visit.Years, prices.Discount) * visit.Devices);
            yield return new BillItem(
                price.Kind,
                price.Name,
                counted.Of,
                number,
                price.Each,
                PaymentTime.PerBattery,
                number > 0 ? worth / number : 0
            );
            yield break;
        }

        var when =
            counted.IsUsedUp ? PaymentTime.PerUse
            : price.IsYearly ? PaymentTime.Yearly
            : PaymentTime.Once;
        var lots = price.Lots(counted.Quantity, counted.Holders);
        yield return new BillItem(
            price.Kind,
            price.Name,
            counted.Of,
            lots,
            price.EachOf(lots, counted.Holders),
            when,
            when == PaymentTime.Once ? 1 : prices.Annuity
        );
        // What is paid as long as it is there goes on for the new device as for the old one.
        if (when == PaymentTime.Once && counted.Replaced > 0)
        {
            yield return new BillItem(
                price.Kind,
                price.Name,
                counted.Of,
                counted.Quantity * counted.Replaced / price.Units,
                price.Each,
                PaymentTime.PerReplacement,
                prices.Annuity
            );
        }
    }

    /// <summary>How often something is replaced that lasts so long: not at the beginning, and the last time by that part of its life which is within the horizon [1].</summary>
    private static double Repeats(double life, double years) => Math.Max(0, years / life - 1);

    /// <summary>Present worth of payments of 1 after each life, the last one by its fraction: Σ (1 + d)^(−k·life) [1].</summary>
    private static double Worth(double number, double life, double discount)
    {
        if (discount == 0 || number == 0)
        {
            return number;
        }

        var x = Math.Pow(1 + discount, -life);
        var whole = Math.Floor(number);
        return x * (1 - Math.Pow(x, whole)) / (1 - x) + (number - whole) * Math.Pow(x, whole + 1);
    }

    /// <summary>What a lot costs on average of those that are billed together: some may have reached a limit, others not.</summary>
    private static PriceRange MeanOf(IReadOnlyList<BillItem> items) =>
        items.All(item => item.Each == items[0].Each)
            ? items[0].Each
            : 1 / items.Sum(item => item.Quantity) * Sum(items.Select(item => item.Quantity * item.Each));

    private static PriceRange Sum(IEnumerable<PriceRange> parts) => parts.Aggregate(default(PriceRange), (sum, part) => sum + part);
}
