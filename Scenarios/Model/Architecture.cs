namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>How a job could be done: places joined by hops.</summary>
public sealed record Architecture
{
    /// <summary>One or two sentences for the report.</summary>
    public string? Description { get; init; }

    /// <summary>Names that comparisons give values for; written <c>$name</c> in the hops and tiers.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Whether several jobs share it or have one each; as the comparison says if absent.</summary>
    public NetworkSharing? Networks { get; init; }

    /// <summary>Places that are not parties. A tier named like a kind of platform, such as broker, needs no entry.</summary>
    public IReadOnlyDictionary<string, Tier> Tiers { get; init; } = new Dictionary<string, Tier>();

    /// <summary>Where relations with <c>when: detection</c> look for faults, by relation; at the devices that measure, unless it says otherwise.</summary>
    public IReadOnlyDictionary<string, DetectionPlace> Detects { get; init; } = new Dictionary<string, DetectionPlace>();

    /// <summary>Connections between places.</summary>
    public required IReadOnlyList<Hop> Hops { get; init; }
}
