using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>A place of an architecture, with the number of its members settled.</summary>
/// <param name="Index">Number of the tier in the plan [1].</param>
/// <param name="Name">Its name: a party's or a tier's.</param>
/// <param name="Count">How many members it has [1].</param>
public sealed record TierPlan(int Index, string Name, int Count)
{
    /// <summary>The party that sits there, if it is one.</summary>
    public Party? Party { get; init; }

    /// <summary>The kind of platform, if it is one.</summary>
    public PlatformKind? Platform { get; init; }

    /// <summary>The tier of which each member serves <see cref="PerMember"/> members; null if it serves all.</summary>
    public TierPlan? Serves { get; init; }

    /// <summary>How many members of <see cref="Serves"/> each member serves [1].</summary>
    public int PerMember { get; init; } = 1;

    /// <summary>The job to which it belongs where each has a network of its own; null where all share one.</summary>
    public string? Silo { get; init; }

    /// <summary>How its members fail; null for never.</summary>
    public Failures? Fails { get; init; }

    /// <summary>Whether a technology brought it along.</summary>
    public bool IsBrought { get; init; }

    /// <summary>Whether it decouples producers from consumers.</summary>
    public bool Decouples => Platform?.Traits.Decouples == true;

    /// <summary>Whether it collects from devices directly, close to them.</summary>
    public bool IsCollector => Platform?.Traits.IsCollector == true;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
