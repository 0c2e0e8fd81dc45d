using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>Members move between random waypoints and attach again where they come into another cell.</summary>
public sealed record Movement
{
    /// <summary>Speed between waypoints.</summary>
    [Unit("m/s", Minimum = 0.001, Maximum = 400)]
    public required double Speed { get; init; }

    /// <summary>Rest at each waypoint.</summary>
    [Unit("s", Minimum = 0)]
    public Duration Pause { get; init; } = Duration.Zero;

    /// <summary>Time without connection after a change of cell.</summary>
    [Unit("s", Minimum = 0)]
    public Duration ReAttach { get; init; } = Duration.Zero;
}

/// <summary>Members fail at random and are replaced: silent until then, what they meant to send is lost; the replacement stands at the same place.</summary>
public sealed record Churn
{
    /// <summary>Replacements per member and time.</summary>
    [Unit("1/s", Minimum = 0)]
    public required double Replaced { get; init; }

    /// <summary>Mean time until a replacement works.</summary>
    [Unit("s", Minimum = 0)]
    public Duration Provisioning { get; init; } = Duration.Zero;
}
