using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Mobility;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>How the members of a party move. Addressed by the member, so that every architecture sees the same ways.</summary>
internal static class Itineraries
{
    private static readonly Purpose Phase = Purpose.Named("part of the round");

    /// <summary>The way of a member; null if its party does not move.</summary>
    /// <param name="random">The luck of the site.</param>
    /// <param name="area">Where it may go.</param>
    /// <param name="party">Its party.</param>
    /// <param name="member">Whose luck it is.</param>
    /// <param name="number">Its number in the party.</param>
    public static Itinerary? Of(Randomness random, Area area, Party party, Entity member, int number) =>
        party.Moves is not { } moves ? null
        : moves.Waypoints.Count > 0 ? OnRound(random, moves, member)
        : moves.Speed > 0 ? AtRandom(random, area, moves, member)
        : new Standstill(SiteLayout.Of(random, area, party, member, number).Position) { ReAttach = moves.ReAttach };

    private static RandomWaypoint AtRandom(Randomness random, Area area, Movement moves, Entity member) =>
        new(
            random,
            member,
            new Region(area.Radius, area.Shape == AreaShape.Square),
            SiteLayout.DeviceHeight,
            moves.Speed,
            moves.UpTo ?? moves.Speed,
            moves.Pause
        )
        {
            ReAttach = moves.ReAttach,
        };

    private static Round OnRound(Randomness random, Movement moves, Entity member)
    {
        var places = moves.Waypoints.Select(waypoint => new Position(waypoint.East, waypoint.North, SiteLayout.DeviceHeight)).ToList();
        var stops = moves.Waypoints.Select(
            (waypoint, i) =>
                new Stop(
                    places[i],
                    waypoint.Pause ?? moves.Pause,
                    waypoint.Travel
                        ?? (
                            places.Count == 1
                                ? Duration.Zero
                                : Duration.FromSeconds(places[i].GroundDistanceTo(places[(i + 1) % places.Count]) / moves.Speed)
                        )
                )
        );
        var ahead = moves.Begin == Departure.Together ? 0 : random.Draw(member, Phase).Uniform();
        return new Round([.. stops], ahead) { ReAttach = moves.ReAttach };
    }
}
