namespace M2mVsIoTSim.Scenarios.Swaps;

/// <summary>Which place of one architecture stands where a place of another does: the one that is joined to the same.</summary>
internal static class Correspondence
{
    /// <summary>The place of the far side for each place between the parties of the near side; null where the hops do not join the same.</summary>
    public static Dictionary<string, string>? Of(SwapSide from, SwapSide to)
    {
        if (from.Between.Count != to.Between.Count || from.Hops.Count != to.Hops.Count)
        {
            return null;
        }

        var joined = to.Hops.Select(hop => (hop.From, hop.To)).ToHashSet();
        if (joined.Count < to.Hops.Count || from.Hops.DistinctBy(hop => (hop.From, hop.To)).Count() < from.Hops.Count)
        {
            return null;
        }

        // A place that both sides name is first taken to be the same.
        string[] near = [.. from.Between.OrderBy(place => place, StringComparer.Ordinal).OrderBy(place => !to.Between.Contains(place))];
        string[] far = [.. to.Between.OrderBy(place => place, StringComparer.Ordinal).OrderBy(place => !from.Between.Contains(place))];
        return Orders(far)
            .Select(order => near.Zip(order).ToDictionary(pair => pair.First, pair => pair.Second))
            .FirstOrDefault(roles =>
                from.Hops.All(hop =>
                    joined.Contains((roles.GetValueOrDefault(hop.From, hop.From), roles.GetValueOrDefault(hop.To, hop.To)))
                )
            );
    }

    /// <summary>Why there is none.</summary>
    public static string Problem(SwapSide from, SwapSide to) =>
        $"the hops of '{from.Name}' and '{to.Name}' do not correspond: "
        + (
            from.Between.Count != to.Between.Count
                ? $"between the parties, '{from.Name}' has {Places(from)} and '{to.Name}' {Places(to)}"
                : $"'{from.Name}' joins {Joins(from)}; '{to.Name}' joins {Joins(to)}"
        );

    private static IEnumerable<string[]> Orders(string[] places) =>
        places.Length == 0
            ?
            [
                [],
            ]
            : places.SelectMany(first => Orders([.. places.Where(one => one != first)]).Select(string[] (rest) => [first, .. rest]));

    private static string Places(SwapSide side) =>
        side.Between.Count == 0 ? "nothing" : string.Join(" and ", side.Between.Select(place => $"'{place}'"));

    private static string Joins(SwapSide side) => string.Join(", ", side.Hops.Select(hop => $"{hop.From} → {hop.To}"));
}
