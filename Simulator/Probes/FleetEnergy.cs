using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>Energy of the nodes of a party: by state, and device by device.</summary>
/// <remarks>Read from the meters rather than observed: charges happen far too often to tell a probe of each.</remarks>
public sealed class FleetEnergy
{
    private FleetEnergy(IReadOnlyList<StateEnergy> states, double[] joules, double[] amperes, Duration measured)
    {
        (States, JoulesByDevice, MeanAmperesByDevice, Measured) = (states, joules, amperes, measured);
    }

    /// <summary>Energy by profile and state, of all devices, in order of first appearance.</summary>
    public IReadOnlyList<StateEnergy> States { get; }

    /// <summary>Energy of each device [J].</summary>
    public IReadOnlyList<double> JoulesByDevice { get; }

    /// <summary>Mean current of each device over the measurement [A]; 0 before any time has passed.</summary>
    public IReadOnlyList<double> MeanAmperesByDevice { get; }

    /// <summary>Length of the measurement.</summary>
    public Duration Measured { get; }

    /// <summary>Energy of all devices [J].</summary>
    public double Joules => JoulesByDevice.Sum();

    /// <summary>Forgets what was measured so far, at the end of the warm-up.</summary>
    public static void Restart(IEnumerable<Node> nodes, SimTime now)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        foreach (var node in nodes)
        {
            foreach (var meter in node.Meters)
            {
                meter.Restart(now);
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
        for (var device = 0; device < nodes.Count; device++)
        {
            foreach (var meter in nodes[device].Meters)
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
                    amperes[device] += measured > Duration.Zero ? energy / meter.Profile.Volts / measured.TotalSeconds : 0;
                }
            }
        }

        return new([.. order.Select(key => new StateEnergy(key.Profile, key.State, states[key]))], joules, amperes, measured);
    }
}
