namespace M2mVsIoTSim.Network;

/// <summary>The sessions that one node has on one edge of the architecture, found by the member of the consuming party.</summary>
public readonly record struct EdgeSessions
{
    // Most nodes have one session on an edge, and there may be millions of nodes: one is held without an array.
    private readonly Session? _only;
    private readonly Session[]? _sessions;
    private readonly int _membersPerPeer;
    private readonly int _firstPeer;

    /// <summary>One session, whoever consumes.</summary>
    public EdgeSessions(Session only) => _only = only;

    /// <summary>One session for each peer.</summary>
    /// <param name="sessions">In the order of the peers' numbers, at least one; if it is one, it leads to every member.</param>
    /// <param name="membersPerPeer">How many members of the consuming party are behind each peer [1].</param>
    /// <param name="firstPeer">Number of the first peer [1].</param>
    public EdgeSessions(Session[] sessions, int membersPerPeer = 1, int firstPeer = 0)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        if (sessions is [var only])
        {
            _only = only;
        }
        else
        {
            (_sessions, _membersPerPeer, _firstPeer) = (sessions, membersPerPeer, firstPeer);
        }
    }

    /// <summary>The session with the first peer.</summary>
    internal Session First => _only ?? _sessions![0];

    /// <summary>The session that leads to a member.</summary>
    public Session For(int member) => _only ?? _sessions![member / _membersPerPeer - _firstPeer];
}
