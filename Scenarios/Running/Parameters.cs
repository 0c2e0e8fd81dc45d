using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>The parameters of the architectures of a file, and the values that its comparisons give them.</summary>
/// <param name="tree">The file.</param>
/// <param name="technologies">Those that have a name of the file's own.</param>
internal sealed class Parameters(YamlNode tree, NamedTechnologies technologies)
{
    private const string Architectures = "architectures";

    private readonly Dictionary<string, YamlScalar> _samples = Samples(tree);

    /// <summary>
    /// The file with the first value that any comparison gives each parameter, so that it can be read as a whole. A parameter that is told to be
    /// unknown, or to have no value, leaves a doubt.
    /// </summary>
    public YamlNode Filled()
    {
        var filled = NamedTechnologies.Blank(Substitution.Apply(tree, _samples));
        var named = new NamedTechnologies(filled);
        var compared = Entries(tree, "comparisons").SelectMany(comparison => Crossed(comparison.Node, "architecture")).ToHashSet();
        return filled is YamlMapping root && root.Find(Architectures) is YamlMapping all
            ? root.With([
                .. root.Entries.Select(entry =>
                    entry.Value != all
                        ? entry
                        : entry with
                        {
                            Value = all.With([.. all.Entries.Select(one => one with { Value = named.In(Blank(one, compared)) })]),
                        }
                ),
            ])
            : filled;
    }

    /// <summary>What a hop or tier mentions as a parameter must be one of the architecture, and what a named technology mentions one of any.</summary>
    public void Check(ScenarioFile scenario, Complaints complaints)
    {
        CheckNamed(scenario, complaints);
        foreach (var (name, node) in Entries(tree, Architectures))
        {
            var architecture = scenario.Architectures[name];
            if (complaints.IsGap(architecture, nameof(Architecture.Parameters)))
            {
                continue;
            }

            foreach (var (mention, place) in Substitution.Mentions(node).Where(m => !architecture.Parameters.Contains(m.Name)))
            {
                complaints.At(place, Spelling.Unknown("parameter", mention, architecture.Parameters));
            }
        }
    }

    private void CheckNamed(ScenarioFile scenario, Complaints complaints)
    {
        var all = scenario.Architectures.Values;
        if (
            complaints.IsGap(scenario, nameof(ScenarioFile.Architectures))
            || all.Any(one => complaints.IsGap(one, nameof(Architecture.Parameters)))
        )
        {
            return;
        }

        var legal = all.SelectMany(architecture => architecture.Parameters).Distinct().ToList();
        foreach (var (mention, place) in technologies.Mentions.Where(mention => !legal.Contains(mention.Name)))
        {
            complaints.At(place, Spelling.Unknown("parameter", mention, legal));
        }
    }

    private static YamlNode Blank(YamlEntry architecture, HashSet<string> compared)
    {
        var declared = Texts((architecture.Value as YamlMapping)?.Find("parameters")).ToHashSet();
        var isCompared = compared.Contains(architecture.Key.Text);
        return Substitution.Blank(architecture.Value, name => isCompared || !declared.Contains(name));
    }

    private static Dictionary<string, YamlScalar> Samples(YamlNode tree)
    {
        Dictionary<string, YamlScalar> values = [];
        var crosses = Entries(tree, "comparisons").Select(comparison => (comparison.Node as YamlMapping)?.Find("cross"));
        foreach (var (key, list) in crosses.OfType<YamlMapping>().SelectMany(cross => cross.Entries))
        {
            var first = list is YamlSequence { Items: [var item, ..] } ? item : list;
            if (first is YamlScalar scalar)
            {
                values.TryAdd(key.Text, scalar);
            }
        }

        return values;
    }

    private static IEnumerable<(string Name, YamlNode Node)> Entries(YamlNode tree, string section) =>
        ((tree as YamlMapping)?.Find(section) as YamlMapping)?.Entries.Select(entry => (entry.Key.Text, entry.Value)) ?? [];

    private static IEnumerable<string> Crossed(YamlNode comparison, string factor) =>
        Texts(((comparison as YamlMapping)?.Find("cross") as YamlMapping)?.Find(factor));

    private static IEnumerable<string> Texts(YamlNode? list) =>
        (list is YamlSequence sequence ? sequence.Items : Enumerable.Repeat(list, 1)).OfType<YamlScalar>().Select(scalar => scalar.Text);
}
