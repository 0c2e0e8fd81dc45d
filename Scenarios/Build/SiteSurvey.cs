using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Surveys the area of a job: places at which members of a party might stand.</summary>
/// <remarks>
/// As many for each party, whatever its size: a share of 98 % is known from them to within 0.31 % (one standard error). They have entities of their own, so that no replication has the luck that was planned for. Members whose
/// places are listed stand where they stand; the luck of the survey is another there too. Members that move are surveyed where one happens to be at some time.
/// </remarks>
internal static class SiteSurvey
{
    private const int Size = 2000;
    private const string Role = "surveyed ";

    /// <summary>The survey for tiers that share an installation; null where one is no party, whose members stand where those whom they serve do.</summary>
    public static Survey? Of(IReadOnlyList<TierPlan> tiers, Area area, SiteTable? sites, ulong seed, Decision decision)
    {
        if (tiers.Any(tier => tier.Party is null))
        {
            return null;
        }

        var simulation = new Simulation(seed);
        var observers = new Observers();
        return new Survey(
            tiers.ToDictionary(
                tier => tier.Name,
                tier => (IReadOnlyList<Node>)[.. Enumerable.Range(0, Size).Select(number => PlaceOf(tier, number))]
            ),
            simulation.Random
        )
        {
            Decision = decision,
        };

        Node PlaceOf(TierPlan tier, int number)
        {
            var entity = Entity.Of(Role + tier.Name, number);
            if (Itineraries.Of(simulation.Random, area, SomeTime(tier.Party!), entity, number) is { } moves)
            {
                return new Node(simulation, entity, observers) { Position = moves.At(SimTime.Start), Moves = moves };
            }

            var (position, indoor) =
                sites?.Of(tier.Name, number % tier.Count)
                ?? SiteLayout.Of(simulation.Random, area, tier.Party! with { Count = Size }, entity, number);
            return new Node(simulation, entity, observers) { Position = position, Indoor = indoor };
        }
    }

    /// <summary>Members that begin together do not stay where they begin.</summary>
    private static Party SomeTime(Party party) =>
        party with
        {
            Count = Size,
            Moves = party.Moves is { } moves ? moves with { Begin = Departure.Anywhere } : null,
        };
}
