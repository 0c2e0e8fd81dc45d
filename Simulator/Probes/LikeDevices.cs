using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Probes;

/// <summary>Devices of a party that work under the same conditions, so that a message costs each of them the same on average.</summary>
/// <param name="conditions">What they have in common, such as their spreading factor; empty if nothing sets them apart.</param>
public sealed class LikeDevices(string conditions)
{
    private readonly List<Entity> _devices = [];
    private double _seconds;
    private double _base;
    private double _active;

    /// <summary>What they have in common, such as their spreading factor; empty if nothing sets them apart.</summary>
    public string Conditions { get; } = conditions;

    /// <summary>Who they are.</summary>
    public IReadOnlyList<Entity> Devices => _devices;

    /// <summary>How often they transmitted in the measured time, all together [1].</summary>
    public long Transmissions { get; private set; }

    /// <summary>Mean current of one of them, at its supply and at its mean rate of messages [A]; 0 before any time has passed.</summary>
    /// <remarks>
    /// What is drawn in the base states goes on all the time. What is drawn beyond it follows the messages, of which a short measurement sees
    /// more or fewer than the mean rate would bring: it is scaled to those.
    /// </remarks>
    /// <param name="expected">Messages that all of them together should have produced in the measured time, not negative [1].</param>
    /// <param name="produced">Messages that they did produce in it [1].</param>
    /// <returns>The current; null if they should have produced messages and produced none, so that nobody knows what one costs.</returns>
    public double? MeanAmperes(double expected, long produced)
    {
        if (_seconds <= 0)
        {
            return 0;
        }

        var active = _active / _seconds;
        return produced > 0 ? _base / _seconds + active * expected / produced
            : expected > 0 ? null
            : _base / _seconds + active;
    }

    internal void Add(Node node)
    {
        _devices.Add(node.Entity);
        foreach (var meter in node.Meters)
        {
            var seconds = meter.Measured.TotalSeconds;
            var rest = meter.Profile.States[0].Amperes;
            _base += AtSupply(rest * seconds);
            for (var state = 1; state < meter.Profile.States.Count; state++)
            {
                _active += AtSupply(meter.CoulombsIn(state) - rest * meter.TimeIn(state).TotalSeconds);
            }

            Transmissions += meter.Transmissions;

            double AtSupply(double coulombs) => node.Supply?.ChargeFor(coulombs, meter.Profile.Volts) ?? coulombs;
        }

        _seconds += node.Meters.Count == 0 ? 0 : node.Meters[0].Measured.TotalSeconds;
    }
}
