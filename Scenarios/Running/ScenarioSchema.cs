using System.Text.Encodings.Web;
using System.Text.Json;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>JSON Schema of the scenario file, from the same types that the reader uses.</summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as text.</summary>
    /// <exception cref="FileNotFoundException">The documentation files of the program are missing.</exception>
    public static string Text() =>
        new SchemaWriter(new TypeDocs())
        {
            LegalNames = LegalNames(Models.Shipped),
            OptionTypes = OptionTypes,
            OpenKinds = new HashSet<string> { "technology" },
            Presets = Modules(),
        }
            .Write(typeof(ScenarioFile))
            .ToJsonString(Options) + "\n";

    /// <summary>The legal names of each kind of thing that a file names.</summary>
    /// <param name="models">What there is.</param>
    /// <param name="technologies">Names that the file gives to technologies.</param>
    internal static IReadOnlyDictionary<string, IReadOnlyCollection<string>> LegalNames(
        Models models,
        IReadOnlyCollection<string>? technologies = null
    ) =>
        new Dictionary<string, IReadOnlyCollection<string>>
        {
            ["technology"] = [.. models.Technologies.Select(entry => entry.Name), .. technologies ?? []],
            ["protocol"] = [.. models.Protocols.Select(entry => entry.Name)],
            ["platform"] = [.. models.Platforms.Select(entry => entry.Name)],
            ["device"] = [.. Library.Shipped.Devices.Keys],
        };

    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, Type>> OptionTypes { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, Type>>
        {
            ["technology"] = Catalog.Technologies.ToDictionary(entry => entry.Name, entry => entry.Options),
            ["protocol"] = Catalog.Protocols.ToDictionary(entry => entry.Name, entry => entry.Options),
            ["platform"] = Catalog.Platforms.ToDictionary(entry => entry.Name, entry => entry.Options),
        };

    /// <summary>The radio modules that the options of a technology may name.</summary>
    private static Dictionary<Type, (string Key, string Description, IReadOnlyCollection<string> Legal)> Modules() =>
        Catalog
            .Technologies.GroupBy(entry => entry.Options, entry => Library.Shipped.ModulesFor(entry.Name).Select(module => module.Name))
            .Select(type => (type.Key, Legal: type.SelectMany(names => names).Distinct().ToList()))
            .Where(type => type.Legal.Count > 0)
            .ToDictionary(type => type.Key, type => (RadioModule.Key, RadioModule.Meaning, (IReadOnlyCollection<string>)type.Legal));
}
