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
            string Number(double value) => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
            var values = new[] { Each.Low, Each.Mid, Each.High }.Select(Number).ToList();
            var lot = Units == 1 ? "" : $" for {Number(Units)}";
            var free = Included > 0 ? $", {Number(Included)} a device and year free" : "";
            return $"{(values.Distinct().Count() == 1 ? values[0] : string.Join(" .. ", values))} EUR{(IsYearly ? " / year" : "")}{lot}{free}";
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
}
