namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Brings the short form of a record into its long form.</summary>
internal static class ShortForms
{
    /// <summary>Whether a mapping is the short form of a record: one foreign key, which is a value.</summary>
    public static bool IsShort(RecordShape shape, YamlMapping mapping) =>
        shape is { Scalar: not null, Entry: not null } && mapping.Entries is [var only] && shape.Find(only.Key.Text) is null;

    /// <summary>The long form, or null where the node is no form of the record.</summary>
    public static YamlMapping? Expand(RecordShape shape, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { IsNull: false } scalar when shape.Scalar is { } property:
                return Mapping(node, (property, scalar));
            case YamlMapping { Entries: [var (key, value), ..] } mapping when IsShort(shape, mapping):
                return Mapping(node, (shape.Scalar!, key), (shape.Entry!, value));
            default:
                return node as YamlMapping;
        }
    }

    private static YamlMapping Mapping(YamlNode node, params IEnumerable<(PropertyShape Property, YamlNode Value)> entries) =>
        new(
            [.. entries.Select(entry => new YamlEntry(new YamlScalar(entry.Property.Key, false, entry.Value.Place), entry.Value))],
            node.Place
        );
}
