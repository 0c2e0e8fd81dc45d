using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>Where the devices of a job are.</summary>
public sealed record Area
{
    /// <summary>Form of the area around its centre.</summary>
    public AreaShape Shape { get; init; } = AreaShape.Disc;

    /// <summary>Radius of a disc, or half the side of a square.</summary>
    [Unit("m", Minimum = 1, Maximum = 1e6)]
    public double Radius { get; init; } = 1000;

    /// <summary>Temperature of the devices, all year round; it decides what their batteries give.</summary>
    [Unit("°C", Minimum = -60, Maximum = 85)]
    public double Temperature { get; init; } = Derating.RoomTemperature;

    /// <summary>Whether it is somebody's home: what a household pays, and does itself, is then billed at its own prices.</summary>
    public bool Household { get; init; }

    /// <summary>How radio waves travel there, for every technology alike.</summary>
    public PropagationOptions Propagation { get; init; } = new();

    /// <summary>Own places instead: a CSV file next to the scenario, with columns party, number, x, y, z (m) and indoor (0 or 1).</summary>
    public string? Sites { get; init; }

    /// <summary>Whether a place lies in it, its edge included.</summary>
    /// <param name="east">[m].</param>
    /// <param name="north">[m].</param>
    internal bool Contains(double east, double north) =>
        Shape == AreaShape.Square
            ? Math.Max(Math.Abs(east), Math.Abs(north)) <= Radius
            : Math.Sqrt(east * east + north * north) <= Radius * (1 + 1e-9);
}

/// <summary>Form of an area.</summary>
public enum AreaShape
{
    /// <summary>Uniform over a disc.</summary>
    Disc,

    /// <summary>Uniform over a square.</summary>
    Square,
}
