using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Checks whether what moves can be simulated: who moves, where, and over what.</summary>
internal static class MovementChecker
{
    /// <summary>Names of the technologies whose links follow devices that move; a wireless LAN does where there is nothing to roam to.</summary>
    public static IReadOnlyList<string> Followers { get; } =
    [
        .. Catalog
            .Technologies.Where(entry => entry.Create(Activator.CreateInstance(entry.Options)!).Traits.ServesMovers)
            .Select(entry => entry.Name),
        "wifi with 'access-points: 1'",
    ];

    /// <summary>Complains of parties that cannot move as they say.</summary>
    public static void Check(Job job, Complaints complaints)
    {
        foreach (var (name, party) in job.Parties)
        {
            if (party.Moves is { } moves)
            {
                Check(name, party, moves, job.Area, complaints);
            }
        }

        CheckShadowing(job, complaints);
    }

    /// <summary>Complains of a hop over which a party that moves cannot be reached.</summary>
    /// <returns>Whether it can.</returns>
    public static bool Check(Hop hop, TierPlan from, TierPlan to, Technology first, Complaints complaints)
    {
        if (to.Party is { Moves: not null, Kind: PartyKind.Device })
        {
            complaints.Add(
                hop,
                nameof(Hop.To),
                $"party '{to.Name}' moves; a hop of a party that moves begins there: write it as from '{to.Name}' to '{from.Name}'"
            );
            return false;
        }

        if (from.Party?.Moves is null || first.Traits.ServesMovers)
        {
            return true;
        }

        var why =
            first.Traits.Segment == Segment.Access && first.Traits.Coverage is not null
                ? "does not follow devices that move in this model"
                : "joins fixed places";
        complaints.Add(
            hop,
            nameof(Hop.Over),
            $"party '{from.Name}' moves, and '{first.Name}' {why}; its hop can begin with {string.Join(", ", Followers)}"
        );
        return false;
    }

    private static void Check(string name, Party party, Movement moves, Area area, Complaints complaints)
    {
        if (party.Kind != PartyKind.Device)
        {
            complaints.Add(
                party,
                nameof(Party.Moves),
                $"party '{name}' is of kind '{Files.Names.Kebab(party.Kind.ToString())}'; only devices move"
            );
        }

        if (party.Indoor > 0)
        {
            complaints.Add(party, nameof(Party.Indoor), $"party '{name}' moves, so it is not inside buildings; leave out 'indoor'");
        }

        if (party.Place != Placement.Random)
        {
            complaints.Add(
                party,
                nameof(Party.Place),
                $"party '{name}' moves, so it has no fixed places; leave out 'place', or say 'waypoints'"
            );
        }

        foreach (var waypoint in moves.Waypoints.Where(waypoint => !area.Contains(waypoint.East, waypoint.North)))
        {
            complaints.Add(
                waypoint,
                $"this waypoint lies outside the area of the job, for which infrastructure is planned: a {(area.Shape == AreaShape.Disc ? "disc of radius" : "square of half the side")} {UnitTable.Format(area.Radius, UnitTable.Find("m"))}"
            );
        }
    }

    /// <summary>Shadowing that is drawn for links would go along with whoever moves.</summary>
    private static void CheckShadowing(Job job, Complaints complaints)
    {
        var options = job.Area.Propagation;
        var model = PathLossModels.Of(options);
        var distance = options.CorrelationDistance ?? Math.Min(model.CorrelationDistance(true), model.CorrelationDistance(false));
        var movers = job.Parties.Where(party => party.Value.Moves is not null).Select(party => $"'{party.Key}'").ToList();
        if (movers.Count > 0 && distance == 0 && options.Shadowing != 0)
        {
            complaints.Add(
                options,
                nameof(PropagationOptions.CorrelationDistance),
                $"{string.Join(", ", movers)} {(movers.Count == 1 ? "moves" : "move")}, but without a correlation distance shadowing belongs to links and not to places; give a 'correlation-distance' above 0 m, or 'shadowing: 0 dB'"
            );
        }
    }
}
