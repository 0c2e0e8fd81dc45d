namespace M2mVsIoTSim.Network;

/// <summary>The sessions that one node has on one edge of the architecture, found by the member of the consuming party.</summary>
/// <param name="Sessions">One, or one for each peer in the order of their numbers.</param>
/// <param name="MembersPerPeer">How many members of the consuming party are behind each peer [1].</param>
/// <param name="FirstPeer">Number of the first peer [1].</param>
public readonly record struct EdgeSessions(Session[] Sessions, int MembersPerPeer = 1, int FirstPeer = 0)
{
    /// <summary>The session that leads to a member.</summary>
    public Session For(int member) => Sessions.Length == 1 ? Sessions[0] : Sessions[member / MembersPerPeer - FirstPeer];
}
