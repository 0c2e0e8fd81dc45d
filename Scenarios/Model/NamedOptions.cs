using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A technology, protocol or platform by name, with options that differ from its preset.</summary>
public interface INamedOptions
{
    /// <summary>The name, as <c>m2miot explain</c> knows it.</summary>
    string Name { get; }

    /// <summary>Options that differ from the preset.</summary>
    YamlMapping? Options { get; }
}

/// <summary>A technology by name, with options: <c>lte-cat1</c> or <c>{ internet: { rtt: 30 ms } }</c>.</summary>
[ShortForm(nameof(Name), nameof(Options))]
public sealed record TechnologyUse : INamedOptions
{
    /// <summary>Its name, as <c>m2miot explain</c> knows it.</summary>
    [NameOf("technology")]
    public required string Name { get; init; }

    /// <summary>Options that differ from its defaults.</summary>
    public YamlMapping? Options { get; init; }
}

/// <summary>A protocol by name, with options: <c>dlms</c> or <c>{ mqtt: { qos: 1 } }</c>.</summary>
[ShortForm(nameof(Name), nameof(Options))]
public sealed record ProtocolUse : INamedOptions
{
    /// <summary>Its name, as <c>m2miot explain</c> knows it.</summary>
    [NameOf("protocol")]
    public required string Name { get; init; }

    /// <summary>Options that differ from its defaults.</summary>
    public YamlMapping? Options { get; init; }
}

/// <summary>A kind of platform by name, with options: <c>concentrator</c> or <c>{ broker: { servers: 4 } }</c>.</summary>
[ShortForm(nameof(Name), nameof(Options))]
public sealed record PlatformUse : INamedOptions
{
    /// <summary>Its name, as <c>m2miot explain</c> knows it.</summary>
    [NameOf("platform")]
    public required string Name { get; init; }

    /// <summary>Options that differ from its defaults.</summary>
    public YamlMapping? Options { get; init; }
}
