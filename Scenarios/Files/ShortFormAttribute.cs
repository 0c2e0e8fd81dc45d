namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A record that may be written in short.</summary>
/// <param name="scalar">The property that a single text stands for: <c>lte-cat1</c> is <c>{name: lte-cat1}</c>.</param>
/// <param name="entry">
/// The property that holds the value of a mapping with one foreign key: <c>{internet: {rtt: 30 ms}}</c> is
/// <c>{name: internet, options: {rtt: 30 ms}}</c>.
/// </param>
/// <remarks>A mapping with a key of the record itself is the long form, so the short form cannot name anything like one of them.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ShortFormAttribute(string scalar, string? entry = null) : Attribute
{
    /// <summary>The property that a single text stands for.</summary>
    public string Scalar { get; } = scalar;

    /// <summary>The property that holds the value of a mapping with one foreign key, or null.</summary>
    public string? Entry { get; } = entry;
}
