namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A value in a file, before anyone knows what it means. Immutable.</summary>
/// <param name="place">Where it was written.</param>
public abstract class YamlNode(SourcePosition place)
{
    /// <summary>Where it was written.</summary>
    public SourcePosition Place { get; } = place;

    /// <summary>What a reader sees, for messages: <c>'15'</c>, <c>a list of 3</c>.</summary>
    public abstract string Describe();
}
