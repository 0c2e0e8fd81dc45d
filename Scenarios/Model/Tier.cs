using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A place with work to do: a broker, a head-end, a local concentrator.</summary>
public sealed record Tier
{
    /// <summary>The kind of platform, with options; the tier's own name if absent.</summary>
    public PlatformUse? Is { get; init; }

    /// <summary>How many there are; exclusive with <see cref="Per"/>.</summary>
    [Unit("1", Minimum = 1, Maximum = 1_000_000)]
    public int? Count { get; init; }

    /// <summary>One for so many members of a party or another tier: <c>per: { meter: 16 }</c>.</summary>
    public IReadOnlyDictionary<string, int> Per { get; init; } = new Dictionary<string, int>();

    /// <summary>How its members are placed.</summary>
    public Placement Place { get; init; } = Placement.Random;
}
