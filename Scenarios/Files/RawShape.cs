namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A part of the tree, kept to be read later.</summary>
/// <param name="type">The kind of node that is legal.</param>
internal sealed class RawShape(Type type) : Shape
{
    public Type Type { get; } = type;

    /// <summary>What must be written.</summary>
    public string Expected =>
        Type == typeof(YamlMapping) ? "a mapping"
        : Type == typeof(YamlSequence) ? "a list"
        : Type == typeof(YamlScalar) ? "a single value"
        : "a value";
}
