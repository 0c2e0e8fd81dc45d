namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Puts values in the place of parameters: <c>$access</c>.</summary>
public static class Substitution
{
    /// <summary>The tree with every text <c>$name</c> replaced by the value of that name; names without a value stay.</summary>
    public static YamlNode Apply(YamlNode node, IReadOnlyDictionary<string, string> values) =>
        node switch
        {
            YamlScalar { Text: ['$', .. var name] } scalar when values.TryGetValue(name, out var value) => new YamlScalar(
                value,
                scalar.IsQuoted,
                scalar.Place
            ),
            YamlMapping mapping => new YamlMapping(
                [.. mapping.Entries.Select(entry => new YamlEntry(entry.Key, Apply(entry.Value, values)))],
                mapping.Place
            ),
            YamlSequence sequence => new YamlSequence([.. sequence.Items.Select(item => Apply(item, values))], sequence.Place),
            _ => node,
        };

    /// <summary>Every parameter that the tree mentions, with the place of each mention.</summary>
    public static IEnumerable<(string Name, SourcePosition Place)> Mentions(YamlNode node) =>
        node switch
        {
            YamlScalar { Text: ['$', .. var name] } => [(name, node.Place)],
            YamlMapping mapping => mapping.Entries.SelectMany(entry => Mentions(entry.Value)),
            YamlSequence sequence => sequence.Items.SelectMany(Mentions),
            _ => [],
        };
}
