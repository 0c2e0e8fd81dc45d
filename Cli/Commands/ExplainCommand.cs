using System.CommandLine;
using System.Reflection;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Validation;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary><c>m2miot explain</c>: what a model is, what it leaves out, its options with their sources, what validates it; figures of devices, batteries, radio modules and prices; day profiles; the jobs of the library.</summary>
internal static class ExplainCommand
{
    private static readonly TypeDocs Docs = new();

    public static Command Create()
    {
        var name = new Argument<string>("NAME")
        {
            Description = "A technology, protocol, platform, device, battery, radio module, price or job of the library.",
        };
        var command = new Command(
            "explain",
            "Explains a model (scope, limits, sources, prices, options, validation), a device, a battery, a radio module, a price, a day profile, or a job of the library."
        )
        {
            name,
        };
        command.SetAction(parsed =>
        {
            Explain(parsed.GetValue(name)!, Library.Shipped);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Explain(string name, Library library)
    {
        if (library.Devices.TryGetValue(name, out var device))
        {
            ExplainDevice(name, device);
        }
        else if (library.Batteries.TryGetValue(name, out var battery))
        {
            ExplainBattery(name, battery, library);
        }
        else if (library.Modules.TryGetValue(name, out var module))
        {
            ExplainModule(module, library);
        }
        else if (PriceList.Of(library.Prices).Find(name) is { } price)
        {
            ExplainPrice(price);
        }
        else if (ApplicationLibrary.Shipped.Jobs.TryGetValue(name, out var job))
        {
            ExplainJob(job);
        }
        else if (DayProfiles.Shipped.TryGetValue(name, out var day))
        {
            ExplainDay(name, day);
        }
        else
        {
            ExplainModel(name, library);
        }
    }

    private static void ExplainJob(LibraryJob job)
    {
        Write(JobText.Head(job));
        Console.WriteLine("\nFigures:\n");
        foreach (var (path, value, source) in job.Figures)
        {
            Console.WriteLine($"  {path}: {value}");
            Console.WriteLine($"    Source ({Names.Kebab($"{source.Mark}")}): {source.Source}");
        }

        Write(JobText.Tail(job));
    }

    private static void ExplainDay(string name, DayProfileSpec day)
    {
        Console.WriteLine(
            $"{name} (day profile)\n\n{day.Description}. In a scenario: 'hours: {name}' of a relation with 'when: event' or 'when: command'.\n\nRate of each hour, in means of the day:\n"
        );
        var mean = day.Weights.Average();
        for (var hour = 0; hour < day.Weights.Count; hour++)
        {
            Console.WriteLine(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  {hour, 2}-{hour + 1}: {day.Weights[hour] / mean:0.##}")
            );
        }

        Console.WriteLine($"\nSource ({Names.Kebab($"{day.Mark}")}): {day.Source}");
    }

    private static void Write(IEnumerable<string> lines) => Console.WriteLine(string.Join(Environment.NewLine, lines));

    private static void ExplainDevice(string name, DeviceSpec device)
    {
        var feed = device.Supply.Battery is { } battery ? $"battery {battery}, which `m2miot explain {battery}` explains" : "mains";
        ExplainFigures($"{name} (device)", $"{device.Description}. Fed by {feed}. Radios are charged by their technologies.", device);
    }

    private static void ExplainPrice(Price price)
    {
        Console.WriteLine($"{price.Name} (price)");
        WriteFigure("low .. mid .. high", price.Text, $"{price.Description}.", price.Mark, $"{price.Source} ({price.Date})");
        var payers = Entries()
            .Where(entry =>
                (Activator.CreateInstance(entry.Options) as IPriced)?.Charges.Any(charge => charge.Price == price.Name) == true
            );
        Console.WriteLine(
            $"\nPaid for: {string.Join(", ", payers.Select(entry => entry.Name).DefaultIfEmpty("what no model asks for: devices, visits"))}."
        );
    }

    private static void ExplainBattery(string name, BatterySpec battery, Library library)
    {
        var users = library.Devices.Where(entry => entry.Value.Supply.Battery == name).Select(entry => entry.Key).ToList();
        ExplainFigures(
            $"{name} (battery)",
            $"{battery.Description}. In: {(users.Count == 0 ? "no device" : string.Join(", ", users))}.",
            battery
        );
        Console.WriteLine(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"\nLife under a mean current I: ln(1 + s Q / I) / s, with the usable charge Q and the self-discharge s below. A consumer of more than {battery.Voltage.Value} V takes its energy through a converter of {100 * Library.ConverterEfficiency:0.#} % efficiency; one of less draws its own current."
            )
        );
        Console.WriteLine("\nWhat temperature leaves of it ('temperature: 10 °C' of an area or a party):\n");
        foreach (var temperature in battery.TemperatureShares.Points.Select(point => point.At))
        {
            var (charge, leak) = library.DeratedAt(name, temperature);
            Console.WriteLine(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"  {temperature, 4:0} °C: {charge:0.###} Ah usable, self-discharge {100 * leak:0.###} % / year"
                )
            );
        }
    }

    private static void ExplainModule(RadioModule module, Library library)
    {
        Console.WriteLine($"{module.Name} (radio module)\n\n{module.Description}. Fits: {string.Join(", ", module.Technologies)}.");
        Console.WriteLine(
            $"\nIn a scenario: over: [{{ {module.Technologies.First()}: {{ {RadioModule.Key}: {module.Name} }} }}]; what is written beside it wins."
        );
        ExplainFigures("every technology that it fits", module.Spec.Figures, module.Technologies.First());
        foreach (var (technology, figures) in module.Spec.Fits)
        {
            ExplainFigures(technology, figures, technology);
        }

        foreach (var technology in module.Technologies)
        {
            ExplainDefaults(technology, library.LeftOpenBy(module, technology));
        }
    }

    /// <summary>Figures of a radio that a module does not say.</summary>
    private static void ExplainDefaults(string technology, IReadOnlyCollection<string> keys)
    {
        if (keys.Count == 0)
        {
            return;
        }

        Console.WriteLine($"\nNot of the module itself, but defaults of {technology}:");
        foreach (var option in OptionInfo.Of(Catalog.Technologies.First(entry => entry.Name == technology).Options, Docs))
        {
            if (keys.Contains(option.Key))
            {
                WriteFigure(option.Key, option.Default, option.Summary, MarkOf(option.Figure), option.Figure?.Source);
            }
        }
    }

    private static void ExplainFigures(string where, IReadOnlyDictionary<string, SourcedOption> figures, string technology)
    {
        if (figures.Count == 0)
        {
            return;
        }

        Console.WriteLine($"\nFigures in {where}:");
        var options = OptionInfo.Of(Catalog.Technologies.First(entry => entry.Name == technology).Options, Docs);
        foreach (var (key, figure) in figures)
        {
            WriteFigure(
                key,
                YamlText.Line(figure.Value),
                options.First(option => option.Key == key).Summary,
                Names.Kebab($"{figure.Mark}"),
                figure.Source
            );
        }
    }

    private static void ExplainModel(string name, Library library)
    {
        var entries = Entries().ToList();
        if (entries.FirstOrDefault(entry => entry.Name == name) is not { Name: not null } found)
        {
            throw new UserException(
                Spelling.Unknown(
                    "model, device, battery, module, price or job",
                    name,
                    [
                        .. entries.Select(entry => entry.Name),
                        .. library.Devices.Keys,
                        .. library.Batteries.Keys,
                        .. library.Modules.Keys,
                        .. library.Prices.Items.Keys,
                        .. ApplicationLibrary.Shipped.Jobs.Keys,
                    ]
                )
            );
        }

        Console.WriteLine($"{found.Name} ({found.Kind})\n");
        Console.WriteLine(Docs.Summary(found.Model));
        Console.WriteLine();
        Console.WriteLine(Docs.Remarks(found.Model));
        WriteDomain(name);
        WriteModules(library.ModulesFor(name));
        WritePrices(found.Options, library);
        WriteValidation(name);
        Console.WriteLine("\nOptions, with their defaults:");
        foreach (var option in OptionInfo.Of(found.Options, Docs))
        {
            var legal = option.Legal is { } range ? $"   (legal: {range})" : "";
            WriteFigure(option.Key, $"{Handy(option.Default)}{legal}", option.Summary, MarkOf(option.Figure), option.Figure?.Source);
        }

        WriteExchange(name);
    }

    /// <summary>Where the path-loss models hold on which the links of a radio depend.</summary>
    private static void WriteDomain(string name)
    {
        if (
            Catalog.Technologies.FirstOrDefault(entry => entry.Name == name) is not { } entry
            || !entry.Create(Activator.CreateInstance(entry.Options)!).Traits.HasLinkBudget
        )
        {
            return;
        }

        Console.WriteLine(
            "\nDomain: its links hold where the path loss of the area does ('area: { propagation: { path-loss: … } }'); a run tells where it does not.\n"
        );
        var choices = Names.OfEnum(typeof(PathLossChoice)).ToList();
        var width = choices.Max(choice => choice.Name.Length);
        foreach (var (choice, member) in choices)
        {
            var domain = PathLossModels.Of(new PropagationOptions { PathLoss = (PathLossChoice)member.GetValue(null)! }).Domain;
            Console.WriteLine($"  {choice.PadRight(width)}  {domain.Words}");
        }
    }

    /// <summary>The exchange of a device alone in its cell, step by step.</summary>
    private static void WriteExchange(string name)
    {
        if (
            Catalog.Technologies.FirstOrDefault(entry => entry.Name == name && entry.Model.IsSubclassOf(typeof(CellTechnology))) is
            { } radio
        )
        {
            Console.WriteLine();
            Console.WriteLine(string.Join(Environment.NewLine, ExchangeText.Lines(radio)));
        }
    }

    private static void WriteModules(IEnumerable<RadioModule> modules)
    {
        var fitting = modules.ToList();
        if (fitting.Count == 0)
        {
            return;
        }

        Console.WriteLine(
            $"\nRadio modules that fit ('{RadioModule.Key}: NAME' among the options; `m2miot explain NAME` tells their figures):\n"
        );
        var width = fitting.Max(module => module.Name.Length);
        foreach (var module in fitting)
        {
            Console.WriteLine($"  {module.Name.PadRight(width)}  {module.Description}");
        }
    }

    /// <summary>What has to be paid for a model, and what of it has not.</summary>
    private static void WritePrices(Type options, Library library)
    {
        if (Activator.CreateInstance(options) is not IPriced priced)
        {
            return;
        }

        var prices = PriceList.Of(library.Prices);
        Console.WriteLine(
            priced.Charges.Count == 0
                ? "\nCosts: nothing is paid for it."
                : "\nCosts, low .. mid .. high ('prices: { items: { NAME: 12 EUR } }' of a scenario sets others):"
        );
        foreach (var charge in priced.Charges)
        {
            if (prices.Find(charge.Price) is { } price)
            {
                WriteFigure(
                    price.Name,
                    $"{price.Text}, {Counted(charge)}",
                    $"{price.Description}.",
                    price.Mark,
                    $"{price.Source} ({price.Date})"
                );
            }
        }

        foreach (var why in priced.Unbilled.GroupBy(part => part.Why))
        {
            Console.WriteLine($"\n  Not billed: {string.Join(", ", why.Select(part => part.What))} ({why.Key}).");
        }
    }

    private static string Counted(Charge charge) =>
        charge.Basis switch
        {
            ChargeBasis.Device => "for each device or collector",
            ChargeBasis.Port => "for each device of which it is the own link",
            ChargeBasis.Component => $"for each {charge.Component}",
            ChargeBasis.Installation => "once wherever it is built",
            ChargeBasis.Member => "for each member of a tier",
            ChargeBasis.Core => "for its cores",
            ChargeBasis.Message => "by message",
            ChargeBasis.ConnectionMinute => "by minute of connection",
            ChargeBasis.Octet => "by octet",
            _ => throw new ArgumentOutOfRangeException(nameof(charge), charge.Basis, "Nobody knows how that is counted."),
        };

    private static void WriteValidation(string name)
    {
        var suites = ValidationCatalog.All.Where(suite => suite.Models.Contains(name)).ToList();
        if (suites.Count == 0)
        {
            Console.WriteLine(
                "\nValidation: no suite names it; `m2miot validate` runs those of the kernel, the media and the other models."
            );
            return;
        }

        var rows = suites.Sum(suite => suite.Rows.Count);
        var explained = suites.Sum(suite => suite.Rows.Count(row => row.Cause is not null));
        Console.WriteLine(
            $"\nValidation: {rows} rows, {explained} of them known to differ, with the cause; `m2miot validate {name}` runs them.\n"
        );
        var width = suites.Max(suite => suite.Name.Length);
        foreach (var suite in suites)
        {
            Console.WriteLine(
                $"  {suite.Name.PadRight(width)}  {suite.Title} ({suite.Rows.Count} {(suite.Rows.Count == 1 ? "row" : "rows")})"
            );
        }
    }

    /// <summary>Every figure of a thing of the library, with its source and mark.</summary>
    private static void ExplainFigures(string title, string description, object thing)
    {
        Console.WriteLine($"{title}\n\n{description}\n\nFigures:");
        var figures = (YamlMapping)new EffectiveWriter().Tree(thing);
        foreach (var property in thing.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var key = Names.Kebab(property.Name);
            if (figures.Find(key) is YamlMapping figure && figure.Find("source") is { } source)
            {
                var value = YamlText.Line(figure.Find("value") ?? figure.Find("points")!);
                WriteFigure(key, value, Docs.Summary(property), YamlText.Line(figure.Find("mark")!), YamlText.Line(source));
            }
        }
    }

    private static void WriteFigure(string key, string value, string summary, string? mark, string? source)
    {
        Console.WriteLine($"\n  {key}: {Handy(value)}");
        Console.WriteLine($"    {summary}");
        if (mark is not null)
        {
            Console.WriteLine($"    Source ({mark}): {source}");
        }
    }

    /// <summary>A current in the unit in which it has one to three digits before the point: <c>17.523 mA</c>, not <c>17523 uA</c>. Other texts stay.</summary>
    private static string Handy(string text)
    {
        if (!Quantity.TryRead(text, out var current, out _) || current.Unit is not { Above: Dimension.Current, Below: Dimension.One })
        {
            return text;
        }

        return UnitTable
                .Fitting(current.Unit)
                .Where(unit => Math.Abs(current.In(unit)) is >= 1 and < 1000)
                .Select(unit => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{current.In(unit):G12} {unit.Symbol}"))
                .FirstOrDefault()
            ?? text;
    }

    private static string? MarkOf(FigureAttribute? figure) => figure is null ? null : Names.Kebab($"{figure.Mark}");

    private static IEnumerable<(string Name, string Kind, Type Model, Type Options)> Entries() =>
        Catalog
            .Technologies.Select(entry => (entry.Name, "technology", entry.Model, entry.Options))
            .Concat(Catalog.Protocols.Select(entry => (entry.Name, "protocol", entry.Model, entry.Options)))
            .Concat(Catalog.Platforms.Select(entry => (entry.Name, "platform", entry.Model, entry.Options)));
}
