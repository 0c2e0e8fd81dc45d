using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>Members move: between random places of the area or, where waypoints are given, on a round; radio links follow them.</summary>
public sealed record Movement : IChecked
{
    /// <summary>Speed between waypoints; 0 for members that stand still.</summary>
    [Unit("m/s", Minimum = 0, Maximum = 400)]
    public required double Speed { get; init; }

    /// <summary>Greatest speed: each way between random places has a speed of its own, uniform from <see cref="Speed"/> to this.</summary>
    [Unit("m/s", Minimum = 0.001, Maximum = 400)]
    public double? UpTo { get; init; }

    /// <summary>Rest at each waypoint that does not say otherwise.</summary>
    [Unit("s", Minimum = 0)]
    public Duration Pause { get; init; } = Duration.Zero;

    /// <summary>Places of a round, repeated, from the last straight back to the first; random places of the area if there are none.</summary>
    public IReadOnlyList<Waypoint> Waypoints { get; init; } = [];

    /// <summary>Where members with waypoints are at the beginning; between random places they always begin in the steady state.</summary>
    public Departure Begin { get; init; } = Departure.Anywhere;

    /// <summary>Time without connection after a change of cell, with technologies that attach to one; that of the technology if absent.</summary>
    [Unit("s", Minimum = 0)]
    public Duration? ReAttach { get; init; }

    /// <summary>Whether it is none.</summary>
    internal bool IsStill => Waypoints.Count == 1 || (Waypoints.Count == 0 && Speed == 0);

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check()
    {
        if (UpTo < Speed)
        {
            yield return (nameof(UpTo), "the greatest speed is below 'speed', the least", [nameof(UpTo), nameof(Speed)]);
        }

        if (UpTo is not null && Speed == 0)
        {
            yield return (
                nameof(Speed),
                "with speeds down to 0 members come to a standstill in the long run; the least has to be above 0",
                [nameof(UpTo), nameof(Speed)]
            );
        }

        if (UpTo is not null && Waypoints.Count > 0)
        {
            yield return (
                nameof(UpTo),
                "on a round the speed is 'speed' or what a waypoint says; only random ways have a range",
                [nameof(UpTo), nameof(Waypoints)]
            );
        }

        if (Begin == Departure.Together && Waypoints.Count == 0)
        {
            yield return (
                nameof(Begin),
                "only members with 'waypoints' can begin together, at the first of them",
                [nameof(Begin), nameof(Waypoints)]
            );
        }

        for (var i = 0; i < Waypoints.Count && Waypoints.Count > 1; i++)
        {
            var (here, next) = (Waypoints[i], Waypoints[(i + 1) % Waypoints.Count]);
            if (here.East == next.East && here.North == next.North)
            {
                yield return (
                    nameof(Waypoints),
                    $"waypoint {i + 1} and the one that follows it are the same place; say 'pause' to rest there",
                    [nameof(Waypoints)]
                );
            }

            if (here.Travel is null && Speed == 0)
            {
                yield return (
                    nameof(Speed),
                    $"with a speed of 0 waypoint {i + 1} needs a 'travel' to get to the next one",
                    [nameof(Speed), nameof(Waypoints)]
                );
            }
        }
    }
}

/// <summary>A place of a round.</summary>
public sealed record Waypoint
{
    /// <summary>How far east of the centre of the area.</summary>
    [Unit("m", Minimum = -1e6, Maximum = 1e6)]
    public required double East { get; init; }

    /// <summary>How far north of the centre of the area.</summary>
    [Unit("m", Minimum = -1e6, Maximum = 1e6)]
    public required double North { get; init; }

    /// <summary>Rest there; that of the movement if absent.</summary>
    [Unit("s", Minimum = 0)]
    public Duration? Pause { get; init; }

    /// <summary>Time for the way to the next place; by the speed of the movement if absent.</summary>
    [Unit("s", Minimum = 0.001)]
    public Duration? Travel { get; init; }
}

/// <summary>Where members on a round are at the beginning.</summary>
public enum Departure
{
    /// <summary>Each anywhere on the round, by chance.</summary>
    Anywhere,

    /// <summary>All at the first place, about to rest there.</summary>
    Together,
}
