namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>
/// A value of which the file does not say one thing: its key stands there twice, or an alias stands for nothing. The mistake has been told;
/// whoever reads on looks at all that it could be, and relies on none of it.
/// </summary>
/// <param name="readings">What it could be; empty if nobody knows.</param>
/// <param name="place">Where it was written.</param>
public sealed class YamlDoubt(IReadOnlyList<YamlNode> readings, SourcePosition place) : YamlNode(place)
{
    /// <summary>What it could be.</summary>
    public IReadOnlyList<YamlNode> Readings { get; } = readings;

    /// <inheritdoc/>
    public override string Describe() => "something unreadable";
}
