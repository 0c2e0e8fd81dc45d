using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Swaps;

/// <summary>The options of what a hop speaks, as written.</summary>
internal static class SpokenOptions
{
    private const string Name = "name";
    private const string Options = "options";

    /// <summary>The options that protect what is said.</summary>
    public static IReadOnlyList<YamlEntry> SecurityIn(YamlNode speaks) =>
        [.. In(speaks).Where(entry => Footing.IsSecurity(entry.Key.Text))];

    /// <summary>The same protocol with other options for what protects it.</summary>
    public static YamlNode With(YamlNode speaks, IReadOnlyList<YamlEntry> security)
    {
        YamlEntry[] options = [.. In(speaks).Where(entry => !Footing.IsSecurity(entry.Key.Text)), .. security];
        var name = new YamlScalar(WrittenArchitecture.ModelIn(speaks), false, speaks.Place);
        return options.Length == 0 ? name : new YamlMapping([new YamlEntry(name, new YamlMapping(options, speaks.Place))], speaks.Place);
    }

    private static IReadOnlyList<YamlEntry> In(YamlNode speaks) =>
        speaks is not YamlMapping mapping ? []
        : mapping.Find(Name) is not null ? (mapping.Find(Options) as YamlMapping)?.Entries ?? []
        : (mapping.Entries[0].Value as YamlMapping)?.Entries ?? [];
}
