namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Puts values in the place of parameters: <c>$access</c>.</summary>
public static class Substitution
{
    /// <summary>The tree with every text <c>$name</c> replaced by the value of that name, where that was written; names without a value stay.</summary>
    public static YamlNode Apply(YamlNode node, IReadOnlyDictionary<string, YamlScalar> values) =>
        node switch
        {
            YamlScalar { Text: ['$', .. var name] } when values.TryGetValue(name, out var value) => value,
            _ => Within(node, part => Apply(part, values)),
        };

    /// <summary>The tree with a doubt in the place of every parameter of the given names.</summary>
    public static YamlNode Blank(YamlNode node, Func<string, bool> isUnknown) =>
        node is YamlScalar { Text: ['$', .. var name] } && isUnknown(name)
            ? new YamlDoubt([], node.Place)
            : Within(node, part => Blank(part, isUnknown));

    private static YamlNode Within(YamlNode node, Func<YamlNode, YamlNode> change) =>
        node switch
        {
            YamlMapping mapping => mapping.With([.. mapping.Entries.Select(entry => entry with { Value = change(entry.Value) })]),
            YamlSequence sequence => new YamlSequence([.. sequence.Items.Select(change)], sequence.Place),
            YamlDoubt doubt => new YamlDoubt([.. doubt.Readings.Select(change)], doubt.Place),
            _ => node,
        };

    /// <summary>A tree that was written from substituted values, with the parameters back where the original mentions them.</summary>
    /// <param name="original">What the file says, with parameters.</param>
    /// <param name="written">The same with values, and with defaults that the original leaves out.</param>
    public static YamlNode Restore(YamlNode original, YamlNode written) =>
        (original, written) switch
        {
            // What a parameter names may have options of its own.
            (YamlScalar { Text: ['$', ..] }, YamlScalar or YamlMapping) => original,
            (YamlMapping before, YamlMapping after) => Restore(before, after),
            (YamlSequence before, YamlSequence after) => new YamlSequence(
                [.. before.Items.Zip(after.Items).Select(pair => Restore(pair.First, pair.Second))],
                after.Place
            ),
            // One item may be written without brackets.
            (not YamlSequence, YamlSequence { Items: [var only] } after) => new YamlSequence([Restore(original, only)], after.Place),
            _ => written,
        };

    private static YamlMapping Restore(YamlMapping before, YamlMapping after) =>
        // Where the written form is shorter than the original, its keys are values: { name: $x, options: … } became { lte-cat1: … }.
        before.Entries.Any(entry => entry.Value is YamlScalar { Text: ['$', ..] } && after.Find(entry.Key.Text) is null)
            ? before
            : new YamlMapping(
                [
                    .. after.Entries.Select(entry =>
                        before.Find(entry.Key.Text) is { } value ? entry with { Value = Restore(value, entry.Value) } : entry
                    ),
                ],
                after.Place
            );

    /// <summary>Every parameter that the tree mentions, with the place of each mention.</summary>
    public static IEnumerable<(string Name, SourcePosition Place)> Mentions(YamlNode node) =>
        node switch
        {
            YamlScalar { Text: ['$', .. var name] } => [(name, node.Place)],
            YamlMapping mapping => mapping.Entries.SelectMany(entry => Mentions(entry.Value)),
            YamlSequence sequence => sequence.Items.SelectMany(Mentions),
            YamlDoubt doubt => doubt.Readings.SelectMany(Mentions),
            _ => [],
        };
}
