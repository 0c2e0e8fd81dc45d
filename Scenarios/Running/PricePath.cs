using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Factors of a point that are prices, such as <c>prices.mobile-data</c>. They change bills and nothing else, so they are uncertain inputs and no part of a cross.</summary>
internal static class PricePath
{
    private const string Prefix = "prices.";

    /// <summary>How a price is written as a factor.</summary>
    public static string Of(string price) => $"{Prefix}{price}";

    /// <summary>The price that a factor names; null if it names something else.</summary>
    public static string? PriceIn(string factor) => factor.StartsWith(Prefix, StringComparison.Ordinal) ? factor[Prefix.Length..] : null;

    /// <summary>A price list with the amounts that a point has for some of its prices.</summary>
    /// <exception cref="FormatException">What the point has is no money.</exception>
    public static PriceList Apply(DesignPoint point, PriceList prices)
    {
        var amounts = point
            .Values.Where(one => PriceIn(one.Factor) is not null)
            .ToDictionary(
                one => PriceIn(one.Factor)!,
                one =>
                    Money.TryRead(one.Value, out var money, out var problem)
                        ? money.InEuro(prices.EuroPerDollar)
                        : throw new FormatException($"The price {one.Factor} cannot be '{one.Value}': {problem}.")
            );
        return amounts.Count == 0 ? prices : prices.With(amounts);
    }
}
