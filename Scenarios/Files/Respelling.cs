namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>
/// Tells misspelt keys and puts the right ones in their place, so that what stands below them is read too and nothing is said to be missing.
/// </summary>
/// <remarks>A key is misspelt if it is near to one that is legal and not given. Other unknown keys stay, for <see cref="Binder"/> to tell.</remarks>
/// <param name="problems">Receives what is wrong.</param>
internal sealed class Respelling(Problems problems)
{
    /// <summary>Whether a key was put in the place of another.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>The tree with the keys of a type.</summary>
    public YamlNode Apply(Shape shape, YamlNode node) =>
        (shape, node) switch
        {
            (_, YamlDoubt doubt) => new YamlDoubt([.. doubt.Readings.Select(reading => Apply(shape, reading))], doubt.Place),
            (ListShape list, YamlSequence sequence) => new YamlSequence(
                [.. sequence.Items.Select(item => Apply(list.Item, item))],
                sequence.Place
            ),
            (ListShape list, _) => Apply(list.Item, node),
            (MapShape map, YamlMapping mapping) => mapping.With([
                .. mapping.Entries.Select(entry => entry with { Value = Apply(map.Item, entry.Value) }),
            ]),
            (RecordShape record, YamlMapping mapping) when !ShortForms.IsShort(record, mapping) => mapping.With(Entries(record, mapping)),
            _ => node,
        };

    private List<YamlEntry> Entries(RecordShape shape, YamlMapping mapping)
    {
        var free = shape.Keys.Where(key => mapping.Find(key) is null).ToList();
        List<YamlEntry> entries = [];
        foreach (var entry in mapping.Entries)
        {
            var meant = entry;
            if (shape.Find(entry.Key.Text) is null && Spelling.Nearest(entry.Key.Text, shape.Keys) is { } nearest && free.Remove(nearest))
            {
                problems.Error(entry.Key.Place, Spelling.Unknown("key", entry.Key.Text, shape.Keys));
                HasChanged = true;
                meant = entry with { Key = new YamlScalar(nearest, false, entry.Key.Place) };
            }

            entries.Add(shape.Find(meant.Key.Text) is { } property ? meant with { Value = Apply(property.Shape, meant.Value) } : meant);
        }

        return entries;
    }
}
