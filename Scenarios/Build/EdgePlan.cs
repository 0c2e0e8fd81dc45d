using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>One session type of an architecture: what it crosses, what its ends speak, and who talks to whom.</summary>
/// <param name="Index">Number of the edge in the plan [1].</param>
/// <param name="From">The tier nearer to the devices.</param>
/// <param name="To">The other end.</param>
public sealed record EdgePlan(int Index, TierPlan From, TierPlan To)
{
    /// <summary>The technology whose own session this is; null if a protocol runs over a path.</summary>
    public SessionTechnology? Own { get; init; }

    /// <summary>What a protocol's session crosses, in order.</summary>
    public IReadOnlyList<PathTechnology> Path { get; init; } = [];

    /// <summary>What the ends speak; null for a technology's own session.</summary>
    public Protocol? Protocol { get; init; }

    /// <summary>Whether the near end listens and the far end connects, as an application does to a broker.</summary>
    public bool ServerIsNear { get; init; }

    /// <summary>Everything that is crossed.</summary>
    public IEnumerable<Technology> Technologies => Own is null ? Path : [Own];

    /// <summary>Whether messages can travel from <see cref="To"/> to <see cref="From"/>.</summary>
    public bool IsTwoWay => Technologies.All(technology => technology.Traits.IsTwoWay);

    /// <summary>Whether all that the parties at its ends have to say to each other is between members of equal number.</summary>
    public bool IsPaired { get; init; }

    /// <summary>Whether every member of <see cref="From"/> has one peer of its own.</summary>
    public bool IsOneToOne => (To.Party is null || IsPaired) && From != To && From.Count == To.Count && From.Count > 1;

    /// <summary>Whether every member of <see cref="From"/> has a session with every member of <see cref="To"/>.</summary>
    public bool IsMesh => To.Party is not null && !IsOneToOne && !IsAmongPeers && From.Count > 1 && To.Count > 1;

    /// <summary>Whether it joins the members of one party with each other.</summary>
    public bool IsAmongPeers => From == To && From.Count > 1;

    /// <summary>How many sessions it has [1].</summary>
    public int Sessions =>
        IsAmongPeers ? From.Count * (From.Count - 1) / 2
        : IsMesh ? From.Count * To.Count
        : Math.Max(From.Count, To.Count);

    /// <summary>Names of the stages of a crossing: waiting, each technology, processing at its end.</summary>
    public IReadOnlyList<string> Stages(bool back)
    {
        var crossed = Own?.Stages ?? [.. Path.Select(technology => technology.Name)];
        var (from, to) = back ? (To, From) : (From, To);
        var (here, there) = (Place(from), Place(to));
        return [$"{here}: waiting", .. (back ? crossed.Reverse() : crossed).Select(stage => $"{here}: {stage}"), $"{there}: processing"];
    }

    /// <summary>Number of the member of <see cref="To"/> to which a member of <see cref="From"/> belongs.</summary>
    public int PeerOfNear(int near) =>
        To.Count == 1 ? 0
        : IsOneToOne ? near
        : To.Serves == From ? near / To.PerMember
        : 0;

    /// <summary>A party by name, everything else by what it is for: so that stages of different architectures can be compared.</summary>
    private static string Place(TierPlan tier) =>
        tier.Party is not null || tier.IsBrought ? tier.Name
        : tier.IsCollector ? "collector"
        : "server";

    /// <inheritdoc/>
    public override string ToString() =>
        $"{From.Name} → {To.Name} over {string.Join(" + ", Technologies.Select(t => t.Name))}"
        + (Protocol is null ? "" : $", speaking {Protocol.Name}");
}
