namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Keys and their values, in the order of the file; no key comes twice.</summary>
/// <param name="entries">The entries, in order.</param>
/// <param name="place">Where it was written.</param>
public sealed class YamlMapping(IReadOnlyList<YamlEntry> entries, SourcePosition place) : YamlNode(place)
{
    /// <summary>The entries, in order.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    /// <summary>Whether an entry could not be read, which has been told: what is missing here may have been meant by it.</summary>
    public bool IsPatchy { get; init; }

    /// <summary>The keys, in order.</summary>
    public IEnumerable<string> Keys => Entries.Select(entry => entry.Key.Text);

    /// <summary>The value of a key, or null.</summary>
    public YamlNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    /// <summary>The same mapping with other entries.</summary>
    public YamlMapping With(IReadOnlyList<YamlEntry> others) => new(others, Place) { IsPatchy = IsPatchy };

    /// <inheritdoc/>
    public override string Describe() => Entries.Count == 0 ? "an empty mapping" : $"a mapping with the keys {Spelling.List([.. Keys])}";
}
