using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Costs;

/// <summary>A price as it is reckoned with, in EUR.</summary>
/// <param name="Name">Its name in the price list.</param>
/// <param name="Description">What one gets for it.</param>
/// <param name="Kind">The part of a bill to which it belongs.</param>
/// <param name="Each">What a lot costs [EUR], or costs a year [EUR/a].</param>
/// <param name="IsYearly">Whether it is paid as long as the thing is there.</param>
/// <param name="Units">How many of what is counted are a lot [1].</param>
/// <param name="Whole">Whether only whole lots are sold, to each member by itself.</param>
/// <param name="Included">How many of what is counted each device has free in a year [1].</param>
/// <param name="AtMost">What each device pays for it at most in a year, however much it uses [EUR/a]; null without a limit.</param>
/// <param name="Date">When that was the price.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Mark">How sure it is: <c>confirmed</c>, <c>derived</c>, <c>from-memory</c>, <c>chosen</c>, <c>stated by the scenario</c>.</param>
public sealed record Price(
    string Name,
    string Description,
    CostKind Kind,
    PriceRange Each,
    bool IsYearly,
    double Units,
    bool Whole,
    double Included,
    PriceRange? AtMost,
    string Date,
    string Source,
    string Mark
)
{
    /// <summary>Its three values in words, such as <c>400 .. 770 .. 1500 EUR</c>.</summary>
    public string Text
    {
        get
        {
            var lot = Units == 1 ? "" : $" for {Number(Units)}";
            var free = Included > 0 ? $", {Number(Included)} a device and year free" : "";
            var limit = AtMost is { } most ? $", at most {Range(most)} EUR a device and year" : "";
            return $"{Range(Each)} EUR{(IsYearly ? " / year" : "")}{lot}{free}{limit}";
        }
    }

    /// <summary>How many lots somebody buys who needs so much [1].</summary>
    /// <param name="quantity">What is counted, in a year if it is used up.</param>
    /// <param name="holders">Devices that have a part of it free.</param>
    public double Lots(double quantity, double holders)
    {
        var lots = Math.Max(0, quantity - holders * Included) / Units;
        // What fills n lots exactly must not need n + 1 of them for a rounding error.
        return Whole ? Math.Ceiling(lots * (1 - 1e-12)) : lots;
    }

    /// <summary>What a lot costs somebody who buys so many for so many devices: less than others pay where a limit is reached [EUR].</summary>
    /// <param name="lots">Lots that are bought in a year.</param>
    /// <param name="holders">Devices that share them; each is taken to use as much as the others.</param>
    public PriceRange EachOf(double lots, double holders)
    {
        if (AtMost is not { } most || lots <= 0)
        {
            return Each;
        }

        var share = holders / lots;
        return new PriceRange(
            Math.Min(Each.Low, share * most.Low),
            Math.Min(Each.Mid, share * most.Mid),
            Math.Min(Each.High, share * most.High)
        );
    }

    private static string Range(PriceRange range)
    {
        var values = new[] { range.Low, range.Mid, range.High }.Select(Number).ToList();
        return values.Distinct().Count() == 1 ? values[0] : string.Join(" .. ", values);
    }

    private static string Number(double value) => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
