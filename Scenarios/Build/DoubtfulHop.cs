namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>A hop about which there was a complaint: it may have been meant to join its ends, in either direction.</summary>
/// <param name="From">One end; null if it may be any tier.</param>
/// <param name="To">The other end; null if it may be any tier.</param>
internal readonly record struct DoubtfulHop(TierPlan? From, TierPlan? To)
{
    /// <summary>Where it may lead from a tier.</summary>
    /// <param name="tier">Where one stands.</param>
    /// <param name="all">All tiers.</param>
    public IEnumerable<TierPlan> Beyond(TierPlan tier, IReadOnlyList<TierPlan> all) =>
        (From is null || From == tier ? Ends(To, all) : []).Concat(To is null || To == tier ? Ends(From, all) : []);

    private static IEnumerable<TierPlan> Ends(TierPlan? end, IReadOnlyList<TierPlan> all) => end is null ? all : [end];
}
