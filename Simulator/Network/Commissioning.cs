namespace M2mVsIoTSim.Network;

/// <summary>What has to be set up by hand so that one more member takes part in a network or a session, and what it takes to be known there.</summary>
/// <remarks>
/// Rules of counting, the same for all (chosen): a step is one entry or one act for this one member. What a factory does for all alike (firmware, trust anchors), what a
/// protocol settles by itself (addresses, session keys) and what is mounted, plugged in or laid are no steps. A key that two ends share is one credential and two steps.
/// </remarks>
public sealed record Commissioning
{
    /// <summary>Nothing to do by hand, and no credential.</summary>
    public static Commissioning None { get; } = new();

    /// <summary>What is done for one more member on the near side of a network, or for one more client of a protocol.</summary>
    public IReadOnlyList<SetupStep> Steps { get; init; } = [];

    /// <summary>What is done for one more member at the other end.</summary>
    public IReadOnlyList<SetupStep> StepsOfPeer { get; init; } = [];

    /// <summary>What has to be kept.</summary>
    public IReadOnlyList<Credential> Credentials { get; init; } = [];
}
