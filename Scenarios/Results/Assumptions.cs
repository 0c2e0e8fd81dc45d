using System.Reflection;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Results;

/// <summary>The figures that a comparison rests on, each with its source and mark.</summary>
internal static class Assumptions
{
    private const string Automatic = "automatic";
    private const string Stated = "stated by the scenario";

    public static IReadOnlyList<AssumptionManifest> Of(Job job, IReadOnlyList<Cell> cells, Library library) =>
        [
            new("traffic and requirements", "as in the job", "", job.Source, Stated),
            .. job.Parties.Values.Select(party => party.Device).OfType<string>().Distinct().SelectMany(library.AssumptionsOf),
            .. cells
                .SelectMany(cell => cell.Plan.Job.Parties.Values.Select(party => (party.Device, cell.Plan.Job.TemperatureOf(party))))
                .Distinct()
                .SelectMany(place => place.Device is { } device ? library.AssumptionsAt(device, place.Item2) : [])
                .Distinct(),
            .. cells
                .Where(cell => cell.Plan.Edges.SelectMany(edge => edge.Technologies).Any(technology => technology.Traits.HasLinkBudget))
                .Select(cell => new ModelUse("area", cell.Plan.Job.Area.Propagation))
                .Distinct()
                .GroupBy(used => used.Model)
                .SelectMany(FiguresOf),
            .. cells.SelectMany(cell => cell.Plan.Options).Distinct().GroupBy(used => used.Model).SelectMany(FiguresOf),
            .. cells
                .SelectMany(cell => cell.Plan.Modems)
                .Distinct()
                .Select(modem => new AssumptionManifest(
                    $"{modem.Technology}: power-saving of {modem.Tier}",
                    modem.PowerSaving,
                    "",
                    modem.Battery is null ? "fed by mains" : $"fed by {modem.Battery}",
                    Names.Kebab(nameof(Mark.Derived))
                )),
            .. cells
                .SelectMany(cell => cell.Plan.Releases)
                .Distinct()
                .Select(modem => new AssumptionManifest(
                    $"{modem.Technology}: release-assistance of {modem.Tier}",
                    modem.Release,
                    "",
                    modem.ExpectsPackets ? "packets come back to it" : "nothing comes back to it",
                    Names.Kebab(nameof(Mark.Derived))
                )),
        ];

    /// <summary>The prices on a comparison's bills, in EUR, and over how long they are counted.</summary>
    public static IReadOnlyList<AssumptionManifest> OfPrices(Study study, IReadOnlyList<CostRow> bills)
    {
        if (bills.Count == 0)
        {
            return [];
        }

        var settings = study.Scenario.Prices;
        var exchange = study.Library.Prices.Exchange;
        return
        [
            new(
                "costs: horizon",
                Text($"{study.Prices.Years:0.##} years"),
                "",
                "prices: horizon",
                settings.Horizon == new PriceSettings().Horizon ? Names.Kebab($"{Mark.Chosen}") : Stated
            ),
            new(
                "costs: discount per year",
                Text($"{study.Prices.Discount * 100:0.##} %"),
                "",
                "prices: discount",
                settings.Discount == 0 ? Names.Kebab($"{Mark.Chosen}") : Stated
            ),
            settings.Exchange is { } rate
                ? new("costs: EUR for a USD", Text($"{rate:0.####}"), "", "prices: exchange", Stated)
                : new(
                    "costs: EUR for a USD",
                    Text($"{exchange.Value:0.####}"),
                    "",
                    $"{exchange.Source} ({exchange.Date})",
                    Names.Kebab($"{exchange.Mark}")
                ),
            .. bills
                .Select(row => row.Item)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(item => study.Prices.Find(item)!)
                .Select(price => new AssumptionManifest(
                    $"price: {price.Name}",
                    price.Text,
                    "",
                    price.Date.Length > 0 ? $"{price.Source} ({price.Date})" : price.Source,
                    price.Mark
                )),
        ];
    }

    private static string Text(FormattableString text) => text.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The radio module, and every option that carries a figure, with the values in use and where they come from.</summary>
    private static IEnumerable<AssumptionManifest> FiguresOf(IGrouping<string, ModelUse> model)
    {
        foreach (var module in model.Select(use => use.Module).OfType<RadioModule>().Distinct())
        {
            yield return new AssumptionManifest($"{model.Key}: {RadioModule.Key}", module.Name, "", module.Description, Stated);
        }

        var type = model.First().Options.GetType();
        var presets = Values(Activator.CreateInstance(type)!);
        var uses = model.Select(use => new FigureUse(use, Values(use.Options), ModuleValues(use))).ToList();
        foreach (var property in type.GetProperties())
        {
            if (property.GetCustomAttribute<FigureAttribute>() is not { } figure)
            {
                continue;
            }

            var key = Names.Kebab(property.Name);
            var preset = presets.GetValueOrDefault(key, Automatic);
            var origins = uses.Select(use => use.OriginOf(key, preset, figure)).Distinct().ToList();
            // Where any of several values was written, that is what there is to know.
            var told = origins.Where(origin => origin.Mark == Stated).DefaultIfEmpty().First() is { } stated ? [stated] : origins;
            yield return new AssumptionManifest(
                $"{model.Key}: {key}",
                Either(origins.Select(origin => origin.Value).Order(StringComparer.Ordinal)),
                "",
                Either(told.Select(origin => origin.Source)),
                Either(told.Select(origin => origin.Mark))
            );
        }
    }

    private static string Either(IEnumerable<string> texts) => string.Join(" or ", texts.Distinct());

    private static Dictionary<string, string> ModuleValues(ModelUse use) =>
        use.Module is { } module ? Values(module.Preset(use.Model, use.Options.GetType(), new Problems())) : [];

    private static Dictionary<string, string> Values(object options) =>
        ((YamlMapping)new EffectiveWriter().Tree(options)).Entries.ToDictionary(
            entry => entry.Key.Text,
            entry => YamlText.Line(entry.Value)
        );

    /// <summary>A figure in use: its value, its source, its mark.</summary>
    private sealed record Origin(string Value, string Source, string Mark);

    /// <summary>The values of a model in use, and those that its radio module alone would give.</summary>
    private sealed record FigureUse(ModelUse Use, Dictionary<string, string> Values, Dictionary<string, string> ModuleValues)
    {
        /// <summary>Where a value comes from: the module where it has the module's value, the option where it has the default.</summary>
        public Origin OriginOf(string key, string preset, FigureAttribute figure)
        {
            var value = Values.GetValueOrDefault(key, Automatic);
            return Use.Module?.FiguresIn(Use.Model).GetValueOrDefault(key) is { } own
                && value == ModuleValues.GetValueOrDefault(key, Automatic)
                    ? new Origin(value, $"{Use.Module.Name}: {own.Source}", Names.Kebab($"{own.Mark}"))
                : value == preset ? new Origin(value, figure.Source, Names.Kebab($"{figure.Mark}"))
                : new Origin(value, $"set by the scenario (default {preset}: {figure.Source})", Stated);
        }
    }
}
