using System.Globalization;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Reads a scenario's own prices, and checks that there is a price for everything that a study has to pay for.</summary>
internal sealed class PriceReader(ScenarioFile scenario, Models models, Library library, Complaints complaints)
{
    private const string Header = "item,low,mid,high,unit,date,source";

    private readonly Dictionary<string, OwnPrice> _own = [];
    private readonly HashSet<string> _told = [];
    private bool _isDoubtful;

    private PriceSettings Settings => scenario.Prices;

    /// <summary>EUR for a USD.</summary>
    private double Rate => Settings.Exchange ?? library.Prices.Exchange.Value;

    /// <summary>The prices of a study.</summary>
    /// <param name="folder">Where files are looked for.</param>
    public PriceList Read(string folder)
    {
        _isDoubtful = complaints.IsGap(scenario, nameof(ScenarioFile.Prices));
        if (Settings.File is { } name)
        {
            ReadFile(name, Path.Combine(folder, name));
        }

        foreach (var (item, price) in Settings.Items)
        {
            if (complaints.IsGap(Settings.Items, item) || complaints.IsGap(price, nameof(OwnPrice.Mid)) || price.Mid.Unit is null)
            {
                _isDoubtful = true;
            }
            else if (IsGood(item, price, complaints.Places.Of(Settings.Items, item)))
            {
                _own[item] = price;
            }
        }

        return PriceList.Of(library.Prices, Settings, _own);
    }

    /// <summary>Tells what a plan has to pay for without a price.</summary>
    public void Check(Plan plan, PriceList prices)
    {
        foreach (var (name, model) in Takeoff.Models(plan))
        {
            if (plan.OptionsOf(model) is not IPriced priced)
            {
                Tell($"nothing says what is paid for '{name}': let its options implement {nameof(IPriced)}");
                continue;
            }

            foreach (var charge in priced.Charges.Where(charge => prices.Find(charge.Price) is null && !_isDoubtful))
            {
                Tell(
                    $"'{name}' has to be paid for by the price '{charge.Price}', which neither the library nor this scenario has; add it: 'prices: {{ items: {{ {charge.Price}: {{ mid: 10 EUR, kind: {Names.Kebab($"{CostKind.Devices}")} }} }} }}'"
                );
            }
        }
    }

    private void Tell(string problem)
    {
        if (_told.Add(problem))
        {
            complaints.Add(scenario, nameof(ScenarioFile.Prices), problem);
        }
    }

    /// <summary>Whether an own price can be what it stands for; there was a complaint if not.</summary>
    private bool IsGood(string item, OwnPrice price, SourcePosition place)
    {
        var asked = ChargesOf(item).ToList();
        string? problem = null;
        if (library.Prices.Items.GetValueOrDefault(item) is { } known)
        {
            problem =
                price.Mid.IsPerTime == known.Mid.IsPerTime ? null
                : known.Mid.IsPerTime ? $"{item} is paid as long as it is there: write an amount per time such as '{known.Mid}'"
                : $"{item} is not paid by time: write an amount such as '{known.Mid}'";
        }
        else if (asked.Count == 0)
        {
            problem = Spelling.Unknown("price", item, library.Prices.Items.Keys.Union(AllCharges().Select(charge => charge.Price)));
        }
        else if (price.Kind is null)
        {
            problem =
                $"the library has no price '{item}'; say to which part of a bill it belongs: 'kind: {Names.Kebab($"{CostKind.Devices}")}'. Legal: {Spelling.List([.. Names.OfEnum(typeof(CostKind)).Select(kind => kind.Name)])}";
        }
        else if (price.Mid.IsPerTime && asked.Any(charge => IsUsedUp(charge.Basis)))
        {
            problem = $"{item} is used up, not paid by time: write an amount such as '1 EUR'";
        }

        problem ??= Ends(item, price) ?? Limit(item, price, asked);
        if (problem is null)
        {
            return true;
        }

        complaints.At(place, problem);
        _isDoubtful = true;
        return false;
    }

    private string? Ends(string item, OwnPrice price) => Ends(item, price.Low, price.Mid, price.High);

    private string? Ends(string item, Money? low, Money mid, Money? high)
    {
        var ends = new[] { low, high }.OfType<Money>().ToList();
        if (ends.Exists(end => end.IsPerTime != mid.IsPerTime))
        {
            return $"{item}: either all of low, mid and high are per time or none";
        }

        double InEuro(Money money) => money.InEuro(Rate);
        var isOrdered = InEuro(low ?? mid) <= InEuro(mid) && InEuro(mid) <= InEuro(high ?? mid);
        return isOrdered ? null
            : ends.Exists(end => end.IsDollar != mid.IsDollar)
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{item}: low is at most mid, and mid at most high; at {Rate} EUR for a USD they are {InEuro(low ?? mid):0.####}, {InEuro(mid):0.####} and {InEuro(high ?? mid):0.####} EUR"
                )
            : $"{item}: low is at most mid, and mid at most high";
    }

    /// <summary>A limit is for what is counted by octet: of that alone it is known how many devices use it.</summary>
    private string? Limit(string item, OwnPrice price, List<Charge> asked) =>
        price.AtMost is not { } limit ? null
        : asked.Count == 0 || asked.Any(charge => charge.Basis != ChargeBasis.Octet)
            ? $"{item}: 'at-most' is for what devices pay by octet, such as mobile-data"
        : !limit.Mid.IsPerTime ? $"{item}: a device pays at most so much a time: write an amount such as '240 EUR / year'"
        : Ends($"{item}, at-most", limit.Low, limit.Mid, limit.High);

    private IEnumerable<Charge> ChargesOf(string item) => AllCharges().Where(charge => charge.Price == item);

    /// <summary>All that models with their default options have to be paid for.</summary>
    private IEnumerable<Charge> AllCharges() =>
        models
            .Technologies.Select(entry => entry.Options)
            .Concat(models.Platforms.Select(entry => entry.Options))
            .SelectMany(type => (Activator.CreateInstance(type) as IPriced)?.Charges ?? []);

    private static bool IsUsedUp(ChargeBasis basis) => basis is ChargeBasis.Message or ChargeBasis.ConnectionMinute or ChargeBasis.Octet;

    private void ReadFile(string name, string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            Doubt(() => complaints.Add(Settings, nameof(PriceSettings.File), $"there is no price file '{name}' next to the scenario"));
            return;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Doubt(() => complaints.Add(Settings, nameof(PriceSettings.File), $"the price file '{name}' cannot be read: {e.Message}"));
            return;
        }

        if (lines.Length == 0 || lines[0].Trim() != Header)
        {
            Doubt(() => complaints.At(new SourcePosition(name, 1, 1), $"the first line must be '{Header}'"));
            return;
        }

        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length > 0)
            {
                ReadLine(lines[i], new SourcePosition(name, i + 1, 1));
            }
        }
    }

    private void ReadLine(string line, SourcePosition place)
    {
        // The source is free text and the last column, so that it may hold commas.
        var fields = line.Split(',', 7, StringSplitOptions.TrimEntries);
        if (
            fields.Length != 7
            || !TryMoney(fields[1], fields[4], out var low)
            || !TryMoney(fields[2], fields[4], out var mid)
            || !TryMoney(fields[3], fields[4], out var high)
        )
        {
            Doubt(() =>
                complaints.At(
                    place,
                    $"'{line}' is not an item, three amounts, EUR or USD (or one of them per time, such as EUR / year), a date and a source, parted by commas"
                )
            );
            return;
        }

        var price = new OwnPrice
        {
            Low = low,
            Mid = mid,
            High = high,
            Date = fields[5],
            Source = fields[6],
        };
        if (_own.ContainsKey(fields[0]))
        {
            Doubt(() => complaints.At(place, $"'{fields[0]}' has a price already"));
        }
        else if (IsGood(fields[0], price, place))
        {
            _own[fields[0]] = price;
        }
    }

    private void Doubt(Action tell)
    {
        _isDoubtful = true;
        tell();
    }

    private static bool TryMoney(string amount, string unit, out Money money)
    {
        money = default;
        return double.TryParse(amount, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            && Money.TryRead($"{amount} {unit}", out money, out _);
    }
}
