using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>A technology or platform that was installed, and for whom.</summary>
/// <param name="Name">Name of the technology or platform.</param>
/// <param name="Tiers">The tiers on its near side that share it, or the one at which the platform stands.</param>
/// <param name="Installation">What was built.</param>
/// <param name="IsOnWay">Whether a message passes it on its way.</param>
public sealed record Equipment(string Name, IReadOnlyList<TierPlan> Tiers, Installation Installation, bool IsOnWay)
{
    /// <summary>The technology or platform that was installed.</summary>
    public required object Model { get; init; }

    /// <summary>Nodes on its near side that it serves [1].</summary>
    public int Near { get; init; } = 1;

    /// <summary>The sessions that cross it; none of a platform.</summary>
    public IReadOnlyList<EdgePlan> Edges { get; init; } = [];

    /// <summary>What its protocols put on the way in both directions, without loss [B/s].</summary>
    public double OctetsPerSecond { get; init; }

    /// <summary>The first of them: they are alike in what they are.</summary>
    public TierPlan Tier => Tiers[0];

    /// <summary>Whether it is a platform, whose servers are parts of their tier.</summary>
    public bool IsPlatform => Installation is PlatformInstallation;

    /// <summary>Whether the members of a tier are devices or stand among them.</summary>
    public static bool IsField(TierPlan tier) => tier.Party?.Kind == PartyKind.Device || tier.IsCollector;
}
