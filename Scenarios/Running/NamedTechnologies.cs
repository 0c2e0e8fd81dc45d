using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Technologies to which a file gives names of its own: <c>technologies: { 5g: { nr-embb: { bandwidth: 10 MHz } } }</c>.</summary>
/// <remarks>They are put into the tree where a hop names them, before it is read: what is read, checked and compared is the technology with its options.</remarks>
/// <param name="tree">The file.</param>
internal sealed class NamedTechnologies(YamlNode tree)
{
    private const string Section = "technologies";
    private const string Hops = "hops";

    private readonly Dictionary<string, YamlNode> _named =
        ((tree as YamlMapping)?.Find(Section) as YamlMapping)
            ?.Entries.GroupBy(entry => entry.Key.Text)
            .ToDictionary(entries => entries.Key, entries => entries.First().Value)
        ?? [];

    /// <summary>The names that the file gives.</summary>
    public IReadOnlyCollection<string> Names => _named.Keys;

    /// <summary>Every parameter that the options of a named technology mention, with the place of each mention.</summary>
    public IEnumerable<(string Name, SourcePosition Place)> Mentions => _named.Values.SelectMany(Substitution.Mentions);

    /// <summary>Whether every parameter that the options of a named technology mention is one of those given.</summary>
    public bool MentionsOnly(string technology, IReadOnlySet<string> parameters) =>
        Substitution.Mentions(_named[technology]).All(mention => parameters.Contains(mention.Name));

    /// <summary>The file without parameters in its named technologies: what has no value is a doubt.</summary>
    public static YamlNode Blank(YamlNode file) => Within(file, Section, section => Substitution.Blank(section, _ => true));

    /// <summary>The file with the technologies in the place of their names; parameters stay.</summary>
    public YamlNode InAll(YamlNode file) =>
        Within(
            file,
            "architectures",
            all =>
                all is YamlMapping mapping
                    ? mapping.With([.. mapping.Entries.Select(entry => entry with { Value = In(entry.Value) })])
                    : all
        );

    /// <summary>An architecture with the technologies in the place of their names.</summary>
    public YamlNode In(YamlNode architecture) =>
        _named.Count == 0
            ? architecture
            : Within(
                architecture,
                Hops,
                hops => Each(hops, hop => Within(Within(hop, "over", over => Each(over, Named)), "standby", path => Each(path, Named)))
            );

    /// <summary>A name must not hide a technology of the program, and must stand for one.</summary>
    public static void Check(ScenarioFile scenario, Models models, OptionReader options, Complaints complaints)
    {
        foreach (var (name, use) in scenario.Technologies)
        {
            if (models.Technologies.Any(entry => entry.Name == name))
            {
                complaints.Add(
                    scenario.Technologies,
                    name,
                    $"'{name}' is a technology already; give the one with these options a name of its own"
                );
            }

            options.Technology(use);
        }
    }

    private YamlNode Named(YamlNode node) =>
        node is YamlScalar { Text: var name } && _named.TryGetValue(name, out var technology) ? technology : node;

    private static YamlNode Each(YamlNode list, Func<YamlNode, YamlNode> change) =>
        list is YamlSequence sequence ? new YamlSequence([.. sequence.Items.Select(change)], sequence.Place) : change(list);

    private static YamlNode Within(YamlNode node, string key, Func<YamlNode, YamlNode> change) =>
        node is YamlMapping mapping
            ? mapping.With([.. mapping.Entries.Select(entry => entry.Key.Text == key ? entry with { Value = change(entry.Value) } : entry)])
            : node;
}
