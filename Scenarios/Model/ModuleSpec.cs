using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A radio module of the library: values for the options of the technologies in which it works.</summary>
public sealed record ModuleSpec
{
    /// <summary>What it is, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Figures in every technology that it fits, by the name of the option.</summary>
    public IReadOnlyDictionary<string, SourcedOption> Figures { get; init; } = new Dictionary<string, SourcedOption>();

    /// <summary>The technologies that it fits, each with the figures that hold there alone; they win over those for all.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, SourcedOption>> Fits { get; init; }
}

/// <summary>The value of an option with its source.</summary>
public sealed record SourcedOption
{
    /// <summary>The value, as it would be written for the option.</summary>
    public required YamlNode Value { get; init; }

    /// <summary>Where the figure comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure it is.</summary>
    public required Mark Mark { get; init; }
}
