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

    public static IReadOnlyList<AssumptionManifest> Of(Job job, IReadOnlyList<Cell> cells, Library library) =>
        [
            new("traffic and requirements", "as in the job", "", job.Source, "stated by the scenario"),
            .. job.Parties.Values.Select(party => party.Device).OfType<string>().Distinct().SelectMany(library.AssumptionsOf),
            .. cells
                .Where(cell => cell.Plan.Edges.SelectMany(edge => edge.Technologies).Any(technology => technology.Traits.HasLinkBudget))
                .Select(cell => ("area", (object)cell.Plan.Job.Area.Propagation))
                .Distinct()
                .GroupBy(used => used.Item1)
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
        ];

    /// <summary>Every option that carries a figure, with the values in use; the source of the figure is that of the default.</summary>
    private static IEnumerable<AssumptionManifest> FiguresOf(IGrouping<string, (string Model, object Options)> model)
    {
        var type = model.First().Options.GetType();
        var presets = Values(Activator.CreateInstance(type)!);
        var uses = model.Select(used => Values(used.Options)).ToList();
        foreach (var property in type.GetProperties())
        {
            if (property.GetCustomAttribute<FigureAttribute>() is not { } figure)
            {
                continue;
            }

            var key = Names.Kebab(property.Name);
            var preset = presets.GetValueOrDefault(key, Automatic);
            var values = uses.Select(use => use.GetValueOrDefault(key, Automatic)).Distinct().Order(StringComparer.Ordinal).ToList();
            var isPreset = values is [var only] && only == preset;
            yield return new AssumptionManifest(
                $"{model.Key}: {key}",
                string.Join(" or ", values),
                "",
                isPreset ? figure.Source : $"set by the scenario (default {preset}: {figure.Source})",
                isPreset ? Names.Kebab(figure.Mark.ToString()) : "stated by the scenario"
            );
        }
    }

    private static Dictionary<string, string> Values(object options) =>
        ((YamlMapping)new EffectiveWriter().Tree(options)).Entries.ToDictionary(
            entry => entry.Key.Text,
            entry => YamlText.Line(entry.Value)
        );
}
