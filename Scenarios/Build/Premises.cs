namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Which tiers stand where the devices are.</summary>
/// <remarks>
/// Devices and collectors do. So does whatever is joined to them by what stays on a site (buses, local radio, Ethernet, a mobile network of one's own): nothing
/// of an operator, also where a hop names its mobile network and no core behind it, of the Internet or of an access line lies in between, and no session that
/// ends at a network server elsewhere.
/// </remarks>
internal static class Premises
{
    /// <summary>The numbers of the tiers that stand where the devices are.</summary>
    public static IReadOnlySet<int> Of(Plan plan)
    {
        var local = plan.Edges.Where(IsLocal).ToList();
        var there = plan.Tiers.Where(tier => EdgeLoads.IsDeviceParty(tier) || tier.IsCollector).Select(tier => tier.Index).ToHashSet();
        int before;
        do
        {
            before = there.Count;
            foreach (var edge in local.Where(edge => there.Contains(edge.From.Index) || there.Contains(edge.To.Index)))
            {
                there.Add(edge.From.Index);
                there.Add(edge.To.Index);
            }
        } while (there.Count > before);

        return there;
    }

    /// <summary>A number for each tier, equal for those that stand at one place: where the devices are, or joined by nothing but what stays on a site.</summary>
    public static IReadOnlyList<int> Places(Plan plan)
    {
        var onSite = Of(plan);
        var places = Joined(plan);
        var site = onSite.Count > 0 ? onSite.Min() : -1;
        return [.. places.Select((place, tier) => onSite.Contains(tier) ? site : place)];
    }

    /// <summary>A number for each tier, equal for those that are joined by nothing but what stays on a site.</summary>
    public static IReadOnlyList<int> Joined(Plan plan)
    {
        var places = Enumerable.Range(0, plan.Tiers.Count).ToArray();
        foreach (var edge in plan.Edges.Where(IsLocal))
        {
            var (kept, gone) = (places[edge.From.Index], places[edge.To.Index]);
            for (var i = 0; i < places.Length; i++)
            {
                places[i] = places[i] == gone ? kept : places[i];
            }
        }

        return places;
    }

    /// <summary>Whether the ends of an edge stand at one place.</summary>
    public static bool IsLocal(EdgePlan edge) =>
        edge.Own?.BroughtTier is null && edge.Technologies.All(technology => !technology.Traits.LeavesPlace);
}
