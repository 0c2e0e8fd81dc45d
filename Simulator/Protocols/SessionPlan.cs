using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>What a protocol needs to open a session.</summary>
/// <param name="Near">The end on the side of the hop's <c>from</c>.</param>
/// <param name="Far">The end on the side of the hop's <c>to</c>.</param>
/// <param name="Up">Legs from near to far.</param>
/// <param name="Down">Legs from far to near.</param>
/// <param name="ServerIsNear">Whether the near end is the one that listens (a broker that publishes to an application);
/// otherwise the near end connects to the far one.</param>
/// <param name="ServerSends">Whether messages travel from the listening end to the one that connects, which then has to subscribe;
/// always so where the near end listens.</param>
public sealed record SessionPlan(
    Node Near,
    Node Far,
    IReadOnlyList<Leg> Up,
    IReadOnlyList<Leg> Down,
    bool ServerIsNear = false,
    bool ServerSends = false
);
