using System.Globalization;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Costs;

/// <summary>The prices of a study: those of the library, where the scenario has none of its own.</summary>
public sealed class PriceList
{
    /// <summary>The mark of what a scenario says.</summary>
    public const string Stated = "stated by the scenario";

    private const double SecondsPerYear = 365.25 * 86400;

    private readonly IReadOnlyDictionary<string, Price> _prices;

    private PriceList(IReadOnlyDictionary<string, Price> prices, double years, double discount, double euroPerDollar) =>
        (_prices, Years, Discount, EuroPerDollar) = (prices, years, discount, euroPerDollar);

    /// <summary>EUR for a USD [1].</summary>
    public double EuroPerDollar { get; }

    /// <summary>How long everything is kept and paid for [a].</summary>
    public double Years { get; }

    /// <summary>What a payment is worth less for each year that it lies ahead [1].</summary>
    public double Discount { get; }

    /// <summary>All prices, in the order of their names.</summary>
    public IEnumerable<Price> All => _prices.Values.OrderBy(price => price.Name, StringComparer.Ordinal);

    /// <summary>The price of a name; null if there is none.</summary>
    public Price? Find(string name) => _prices.GetValueOrDefault(name);

    /// <summary>How many payments of one year the payments of all years are worth, each at the end of its year [1].</summary>
    public double Annuity => Discount == 0 ? Years : (1 - Math.Pow(1 + Discount, -Years)) / Discount;

    /// <summary>The prices of the library with those of a scenario.</summary>
    /// <param name="library">The library's list.</param>
    /// <param name="settings">What the scenario says.</param>
    /// <param name="own">Own prices by name, those of its file included.</param>
    public static PriceList Of(PriceFile library, PriceSettings settings, IReadOnlyDictionary<string, OwnPrice> own)
    {
        var rate = settings.Exchange ?? library.Exchange.Value;
        var names = library.Items.Keys.Union(own.Keys);
        return new PriceList(
            names.ToDictionary(name => name, name => Of(name, library.Items.GetValueOrDefault(name), own.GetValueOrDefault(name), rate)),
            settings.Horizon.TotalSeconds / SecondsPerYear,
            settings.Discount,
            rate
        );
    }

    /// <summary>The prices of the library alone.</summary>
    public static PriceList Of(PriceFile library) => Of(library, new PriceSettings(), new Dictionary<string, OwnPrice>());

    /// <summary>The same list with other amounts for some prices, each known for sure.</summary>
    /// <param name="amounts">By name of the price, in EUR, or EUR a year where it is paid yearly.</param>
    /// <exception cref="ArgumentException">There is no price of a name.</exception>
    public PriceList With(IReadOnlyDictionary<string, double> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        if (amounts.Keys.FirstOrDefault(name => !_prices.ContainsKey(name)) is { } unknown)
        {
            throw new ArgumentException($"There is no price '{unknown}'.", nameof(amounts));
        }

        return new PriceList(
            _prices.Values.ToDictionary(
                price => price.Name,
                price =>
                    amounts.TryGetValue(price.Name, out var amount) ? price with { Each = new PriceRange(amount, amount, amount) } : price
            ),
            Years,
            Discount,
            EuroPerDollar
        );
    }

    /// <summary>All of it as text, for the hash of cases.</summary>
    public string Text =>
        string.Create(CultureInfo.InvariantCulture, $"{Years:R} {Discount:R}\n{string.Join('\n', All.Select(price => $"{price}"))}");

    private static Price Of(string name, PriceSpec? library, OwnPrice? own, double rate)
    {
        var (low, mid, high) = own is null ? (library!.Low, library.Mid, library.High) : (own.Low ?? own.Mid, own.Mid, own.High ?? own.Mid);
        return new Price(
            name,
            library?.Description ?? name,
            own?.Kind ?? library?.Kind ?? default,
            RangeOf(low, mid, high, rate),
            mid.IsPerTime,
            own?.Units ?? library?.Units ?? 1,
            own?.Whole ?? library?.Whole ?? false,
            own?.Included ?? library?.Included ?? 0,
            own?.AtMost is { } limit ? RangeOf(limit.Low ?? limit.Mid, limit.Mid, limit.High ?? limit.Mid, rate)
                : library?.AtMost is { } known ? RangeOf(known.Low, known.Mid, known.High, rate)
                : null,
            own is null ? library!.Date : own.Date ?? "",
            own is null ? SourceOf(library!) : own.Source ?? "the scenario",
            own is null ? Names.Kebab($"{library!.Mark}") : Stated
        );
    }

    private static string SourceOf(PriceSpec price) =>
        price.AtMost is { } limit
            ? $"{price.Source}; at most ({Names.Kebab($"{limit.Mark}")}): {limit.Source}, {limit.Date}"
            : price.Source;

    private static PriceRange RangeOf(Money low, Money mid, Money high, double rate) =>
        new(low.InEuro(rate), mid.InEuro(rate), high.InEuro(rate));
}
