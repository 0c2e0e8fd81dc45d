using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>Energy of the nodes of a party: by state, and device by device.</summary>
/// <remarks>Read from the meters rather than observed: charges happen far too often to tell a probe of each.</remarks>
public sealed class FleetEnergy
{
    private FleetEnergy(IReadOnlyList<StateEnergy> states, double[] joules, double[] amperes, int[] transmissions, Duration measured)
    {
        (States, JoulesByDevice, MeanAmperesByDevice, TransmissionsByDevice, Measured) = (states, joules, amperes, transmissions, measured);
    }

    /// <summary>Energy by profile and state, of all devices, in order of first appearance.</summary>
    public IReadOnlyList<StateEnergy> States { get; }

    /// <summary>Energy of each device [J].</summary>
    public IReadOnlyList<double> JoulesByDevice { get; }

    /// <summary>
    /// Mean current of each device while it worked [A]; 0 before any time has passed, infinite for one that had stopped before.
    /// </summary>
    public IReadOnlyList<double> MeanAmperesByDevice { get; }

    /// <summary>How often each device transmitted [1].</summary>
    public IReadOnlyList<int> TransmissionsByDevice { get; }

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
        var amperes = new double[nodes.Count];
        var transmissions = new int[nodes.Count];
        for (var device = 0; device < nodes.Count; device++)
        {
            foreach (var meter in nodes[device].Meters)
            {
                meter.Settle(now);
                var worked = meter.Measured;
                transmissions[device] += meter.Transmissions;
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
                    amperes[device] += worked > Duration.Zero ? energy / meter.Profile.Volts / worked.TotalSeconds : 0;
                }

                if (worked == Duration.Zero && measured > Duration.Zero)
                {
                    amperes[device] = double.PositiveInfinity;
                }
            }
        }

        return new(
            [.. order.Select(key => new StateEnergy(key.Profile, key.State, states[key]))],
            joules,
            amperes,
            transmissions,
            measured
        );
    }
}
