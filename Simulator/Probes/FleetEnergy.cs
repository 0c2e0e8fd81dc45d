using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>Energy of the nodes of a party: by state, and device by device.</summary>
/// <remarks>Read from the meters rather than observed: charges happen far too often to tell a probe of each.</remarks>
public sealed class FleetEnergy
{
    private FleetEnergy(
        IReadOnlyList<StateEnergy> states,
        double[] joules,
        IReadOnlyList<LikeDevices> classes,
        int stopped,
        Duration measured
    )
    {
        (States, JoulesByDevice, Classes, StoppedBefore, Measured) = (states, joules, classes, stopped, measured);
    }

    /// <summary>Energy by profile and state, of all devices, in order of first appearance.</summary>
    public IReadOnlyList<StateEnergy> States { get; }

    /// <summary>Energy of each device [J].</summary>
    public IReadOnlyList<double> JoulesByDevice { get; }

    /// <summary>The devices that worked, by the conditions under which they did, in order of first appearance.</summary>
    public IReadOnlyList<LikeDevices> Classes { get; }

    /// <summary>How many devices had stopped before the measurement [1].</summary>
    public int StoppedBefore { get; }

    /// <summary>Length of the measurement.</summary>
    public Duration Measured { get; }

    /// <summary>Energy of all devices [J].</summary>
    public double Joules => JoulesByDevice.Sum();

    /// <summary>Says before the run when the meters of nodes are to count.</summary>
    public static void Count(IEnumerable<Node> nodes, SimTime from, SimTime to)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var window = new MeterWindow(from, to);
        foreach (var node in nodes)
        {
            foreach (var meter in node.Meters)
            {
                meter.Count(window);
            }
        }
    }

    /// <summary>Settles the meters of the nodes and reads them.</summary>
    /// <param name="nodes">The devices of a party.</param>
    /// <param name="start">When the measurement began.</param>
    /// <param name="now">The present.</param>
    public static FleetEnergy Measure(IReadOnlyList<Node> nodes, SimTime start, SimTime now)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var measured = now - start;
        var states = new Dictionary<(string Profile, string State), double>();
        var order = new List<(string Profile, string State)>();
        var joules = new double[nodes.Count];
        var classes = new OrderedDictionary<string, LikeDevices>(StringComparer.Ordinal);
        var stopped = 0;
        for (var device = 0; device < nodes.Count; device++)
        {
            var node = nodes[device];
            foreach (var meter in node.Meters)
            {
                meter.Settle(now);
                for (var state = 0; state < meter.Profile.States.Count; state++)
                {
                    var energy = meter.JoulesIn(state);
                    var key = (meter.Profile.Name, meter.Profile.States[state].Name);
                    if (!states.TryAdd(key, energy))
                    {
                        states[key] += energy;
                    }
                    else
                    {
                        order.Add(key);
                    }

                    joules[device] += energy;
                }
            }

            if (measured > Duration.Zero && node.Meters.Any(meter => meter.Measured == Duration.Zero))
            {
                stopped++;
                continue;
            }

            var conditions = string.Concat(node.Meters.Select(meter => meter.Profile.Conditions));
            if (!classes.TryGetValue(conditions, out var likes))
            {
                classes[conditions] = likes = new LikeDevices(conditions);
            }

            likes.Add(node);
        }

        return new(
            [.. order.Select(key => new StateEnergy(key.Profile, key.State, states[key]))],
            joules,
            [.. classes.Values],
            stopped,
            measured
        );
    }
}
