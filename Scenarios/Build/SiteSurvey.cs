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

    /// <summary>The survey for a tier; null for one that is no party, whose members stand where those whom they serve do.</summary>
    public static Survey? Of(TierPlan tier, Area area, SiteTable? sites, ulong seed)
    {
        if (tier.Party is not { } party)
        {
            return null;
        }

        var simulation = new Simulation(seed);
        var observers = new Observers();
        var all = party with { Count = Size };
        var places = new Node[Size];
        for (var i = 0; i < Size; i++)
        {
            var entity = Entity.Of(Role + tier.Name, i);
            var (position, indoor) = sites?.Of(tier.Name, i % tier.Count) ?? SiteLayout.Of(simulation.Random, area, all, entity, i);
            places[i] = new Node(simulation, entity, observers) { Position = position, Indoor = indoor };
        }

        return new Survey(places, simulation.Random);
    }
}
