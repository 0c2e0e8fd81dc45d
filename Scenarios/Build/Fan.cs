using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Who is behind whom where a way fans out.</summary>
internal static class Fan
{
    /// <summary>Members of a consuming tier behind each member of a tier on the way to it [1].</summary>
    public static int MembersBehind(TierPlan tier, TierPlan consumer) =>
        tier == consumer || tier.Count == 1 ? 1
        : tier.Serves == consumer ? tier.PerMember
        : tier.Serves is { } serves ? tier.PerMember * MembersBehind(serves, consumer)
        : 1;

    /// <summary>
    /// The sessions of one near-end node on an edge, out of all of the edge: in the order of its longer side, or near by near and far by
    /// far where everybody talks to everybody.
    /// </summary>
    public static EdgeSessions OfNear(EdgePlan edge, Session[] all, int near) =>
        edge.IsAmongPeers ? OfPeer(edge, all, near)
        : edge.From.Count == 1 ? new EdgeSessions(all, MembersPerPeer(edge.To))
        : edge.IsMesh ? new EdgeSessions(all[(near * edge.To.Count)..((near + 1) * edge.To.Count)])
        : new EdgeSessions(all[near]);

    /// <summary>The sessions of one far-end node on an edge.</summary>
    public static EdgeSessions OfFar(EdgePlan edge, Session[] all, int far)
    {
        if (edge.To.Count == 1)
        {
            return new EdgeSessions(all, MembersPerPeer(edge.From));
        }

        if (edge.IsMesh)
        {
            return new EdgeSessions([.. Enumerable.Range(0, edge.From.Count).Select(near => all[near * edge.To.Count + far])]);
        }

        if (edge.To.Serves == edge.From)
        {
            var first = far * edge.To.PerMember;
            return new EdgeSessions(all[first..Math.Min(first + edge.To.PerMember, all.Length)], 1, first);
        }

        return new EdgeSessions(all[far]);
    }

    /// <summary>The pairs of a party whose members all talk to each other, in the order of their sessions.</summary>
    public static IEnumerable<(int First, int Second)> Pairs(int members) =>
        from first in Enumerable.Range(0, members)
        from second in Enumerable.Range(first + 1, members - first - 1)
        select (first, second);

    /// <summary>The sessions of a member with all others of its party; its own place, of which nobody asks, holds that of a neighbour.</summary>
    private static EdgeSessions OfPeer(EdgePlan edge, Session[] all, int member)
    {
        var sessions = new Session[edge.From.Count];
        foreach (
            var (session, (first, second)) in all.Zip(Pairs(edge.From.Count))
                .Where(one => one.Second.First == member || one.Second.Second == member)
        )
        {
            sessions[first == member ? second : first] = session;
            sessions[member] = session;
        }

        return new EdgeSessions(sessions);
    }

    /// <summary>Members of the served party behind each member of a tier that serves several.</summary>
    private static int MembersPerPeer(TierPlan tier) => tier.Serves is { } serves ? tier.PerMember * MembersPerPeer(serves) : 1;
}
