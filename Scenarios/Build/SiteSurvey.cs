using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Surveys the area of a job: places at which members of a party might stand.</summary>
/// <remarks>
/// A thousand of them, whatever the size of the fleet, with entities of their own, so that no replication has the luck that was planned for. Members whose
/// places are listed stand where they stand; the luck of the survey is another there too.
/// </remarks>
internal static class SiteSurvey
{
    private const int Size = 1000;
    private const string Role = "surveyed ";

    /// <summary>
    /// The survey for tiers that share an installation, each with the part of the places that it has of all members; null where one is no party,
    /// whose members stand where those whom they serve do.
    /// </summary>
    public static Survey? Of(IReadOnlyList<TierPlan> tiers, Area area, SiteTable? sites, ulong seed)
    {
        if (tiers.Any(tier => tier.Party is null))
        {
            return null;
        }

        var simulation = new Simulation(seed);
        var observers = new Observers();
        var places = new Node[Size];
        for (var i = 0; i < Size; i++)
        {
            var tier = TierOf(tiers, i);
            var all = tier.Party! with { Count = Size };
            var entity = Entity.Of(Role + tier.Name, i);
            var (position, indoor) = sites?.Of(tier.Name, i % tier.Count) ?? SiteLayout.Of(simulation.Random, area, all, entity, i);
            places[i] = new Node(simulation, entity, observers) { Position = position, Indoor = indoor };
        }

        return new Survey(places, simulation.Random);
    }

    /// <summary>Deals the places to the tiers in proportion to their members, in blocks.</summary>
    private static TierPlan TierOf(IReadOnlyList<TierPlan> tiers, int place)
    {
        var member = (place + 0.5) / Size * tiers.Sum(tier => tier.Count);
        foreach (var tier in tiers)
        {
            member -= tier.Count;
            if (member < 0)
            {
                return tier;
            }
        }

        return tiers[^1];
    }
}
