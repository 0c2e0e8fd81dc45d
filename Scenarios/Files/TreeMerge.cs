namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Lays what a tree says over another one of the same shape.</summary>
internal static class TreeMerge
{
    /// <summary>The base with what is written over it: mappings are merged, anything else takes the place of what was there, and null takes it away.</summary>
    /// <param name="shape">What both are read as: what a thing with options is named is one value with them.</param>
    /// <param name="below">The base.</param>
    /// <param name="above">What is written over it.</param>
    public static YamlNode Lay(Shape shape, YamlNode below, YamlNode above) =>
        (shape, below, above) switch
        {
            (RecordShape record, YamlMapping before, YamlMapping after) when IsOneValue(record, before, after) => after,
            (RecordShape record, YamlMapping before, YamlMapping after) => Lay(before, after, key => record.Find(key)?.Shape),
            (MapShape map, YamlMapping before, YamlMapping after) => Lay(before, after, _ => map.Item),
            (RawShape, YamlMapping before, YamlMapping after) => Lay(before, after, _ => shape),
            _ => above,
        };

    private static YamlMapping Lay(YamlMapping below, YamlMapping above, Func<string, Shape?> shapeOf) =>
        new(
            [
                .. below.Entries.Select(entry => Over(entry, above, shapeOf)).OfType<YamlEntry>(),
                .. above.Entries.Where(entry => below.Find(entry.Key.Text) is null && !IsNull(entry.Value)),
            ],
            above.Place
        )
        {
            IsPatchy = below.IsPatchy || above.IsPatchy,
        };

    private static YamlEntry? Over(YamlEntry entry, YamlMapping above, Func<string, Shape?> shapeOf) =>
        above.Entries.FirstOrDefault(other => other.Key.Text == entry.Key.Text) is not { } written ? entry
        : IsNull(written.Value) ? null
        : written with { Value = shapeOf(entry.Key.Text) is { } shape ? Lay(shape, entry.Value, written.Value) : written.Value };

    /// <summary>A thing with options that is another thing: the options of the first are none of the second.</summary>
    private static bool IsOneValue(RecordShape record, YamlMapping before, YamlMapping after) =>
        record.Entry is not null && !before.Keys.SequenceEqual(after.Keys);

    private static bool IsNull(YamlNode node) => node is YamlScalar { IsNull: true };
}
