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
    public static IReadOnlyList<AssumptionManifest> Of(Job job, IReadOnlyList<Cell> cells, Library library) =>
        [
            new("traffic and requirements", "as in the job", "", job.Source, "stated by the scenario"),
            .. job.Parties.Values.Select(party => party.Device).OfType<string>().Distinct().SelectMany(library.AssumptionsOf),
            .. cells
                .SelectMany(cell => cell.Plan.Options)
                .DistinctBy(used => used.Model)
                .SelectMany(used => FiguresOf(used.Model, used.Options)),
        ];

    /// <summary>Every option that carries a figure, with the value in use.</summary>
    private static IEnumerable<AssumptionManifest> FiguresOf(string model, object options)
    {
        var values = (YamlMapping)new EffectiveWriter().Tree(options);
        return options
            .GetType()
            .GetProperties()
            .Select(property => (Key: Names.Kebab(property.Name), Figure: property.GetCustomAttribute<FigureAttribute>()))
            .Where(pair => pair.Figure is not null)
            .Select(pair => new AssumptionManifest(
                $"{model}: {pair.Key}",
                values.Find(pair.Key) is { } value ? Text(value) : "automatic",
                "",
                pair.Figure!.Source,
                Names.Kebab(pair.Figure.Mark.ToString())
            ));
    }

    private static string Text(YamlNode value) =>
        value switch
        {
            YamlScalar scalar => scalar.Text,
            YamlSequence list => $"[{string.Join(", ", list.Items.Select(Text))}]",
            _ => value.Describe(),
        };
}
