namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A list of values.</summary>
/// <param name="items">The values, in order.</param>
/// <param name="place">Where it was written.</param>
public sealed class YamlSequence(IReadOnlyList<YamlNode> items, SourcePosition place) : YamlNode(place)
{
    /// <summary>The values, in order.</summary>
    public IReadOnlyList<YamlNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string Describe() => Items.Count == 0 ? "an empty list" : $"a list of {Items.Count}";
}
