using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Costs;

/// <summary>Who has a modem, a card or a subscription for what was installed.</summary>
/// <remarks>
/// Devices and collectors whose own link it is: the first technology of a hop at its near end, the last at its far end. What lies between, as the
/// Ethernet behind access points, is no link of theirs; what people and servers have is their own. A device has one for all of its hops, whichever end of them it stands at.
/// </remarks>
internal static class LinkOwners
{
    /// <summary>Their tiers, with how many of each belong to this equipment [1].</summary>
    public static IReadOnlyList<(TierPlan Tier, double Count)> Of(Equipment one, Plan plan) =>
        one.Model switch
        {
            PathTechnology technology =>
            [
                .. one
                    .Edges.SelectMany(edge => new[] { edge.From, edge.To })
                    .Distinct()
                    .Where(tier => First(tier, technology, plan) is { } edge && one.Edges.Contains(edge))
                    .Select(tier => (tier, (double)tier.Count)),
            ],
            // A technology that has sessions of its own may be installed at each far node for some of its near ones.
            SessionTechnology when Equipment.IsField(one.Tier) =>
            [
                .. one.Tiers.Select(tier => (tier, tier.Count * (double)one.Near / one.Tiers.Sum(other => other.Count))),
            ],
            _ => [],
        };

    /// <summary>The hop to which the link of a tier is reckoned, as it has one for all; null if it has no such link. Hops that begin there come first, as their radio is built for it.</summary>
    private static EdgePlan? First(TierPlan tier, PathTechnology technology, Plan plan) =>
        (
            Equipment.IsField(tier)
                ? plan.Edges.FirstOrDefault(edge => edge.From == tier && edge.Path is [var link, ..] && Is(link, technology))
                : null
        )
        ?? (
            EdgeLoads.IsDeviceParty(tier)
                ? plan.Edges.FirstOrDefault(edge => edge.To == tier && edge.Path is [.., var link] && Is(link, technology))
                : null
        );

    private static bool Is(PathTechnology link, PathTechnology technology) => link.Plant.Equals(technology.Plant);
}
