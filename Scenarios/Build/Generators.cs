using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>The traffic of a relation.</summary>
internal static class Generators
{
    /// <summary>Mean rate of messages of one member of the producing party [1/s]; a storm counts with its peak.</summary>
    public static double MeanRate(RelationSpec spec) =>
        spec.Every is { } period ? 1 / period.TotalSeconds
        : spec.Window is { } window ? 1 / Math.Max(window.TotalSeconds, 1)
        : spec.Rate ?? 0;

    /// <summary>Mean number of messages of one member in a time [1]; a storm breaks out once in it.</summary>
    public static double MeanNumber(RelationSpec spec, Duration time) => spec.Window is null ? MeanRate(spec) * time.TotalSeconds : 1;

    /// <summary>Starts the producers of a relation.</summary>
    /// <param name="simulation">The clock.</param>
    /// <param name="members">The producing party.</param>
    /// <param name="root">The tree of the relation.</param>
    /// <param name="spec">The relation.</param>
    /// <param name="targets">Members of which each message is for one; 1 if it is for all [1].</param>
    /// <param name="begin">When the measurement begins: a storm breaks out then.</param>
    /// <param name="end">When producers stop.</param>
    public static void Start(
        Simulation simulation,
        IReadOnlyList<Node> members,
        Branch root,
        RelationSpec spec,
        int targets,
        SimTime begin,
        SimTime end
    )
    {
        FleetTraffic? traffic =
            spec.Every is { } period ? new PeriodicTraffic(simulation, members, root, period, end, targets: targets)
            : spec.Window is { } window ? new StormTraffic(simulation, members, root, [begin], window, end, targets: targets)
            : spec.Rate is { } rate and > 0 ? new PoissonTraffic(simulation, members, root, rate, end, targets: targets)
            : null;
        traffic?.Start();
    }
}
