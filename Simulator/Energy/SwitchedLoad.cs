using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Energy;

/// <summary>What devices do with electricity besides talking: a load that commands switch on for a while, such as the light of a lamp.</summary>
/// <remarks>
/// Modelled: a command that arrives makes the device of its member draw full power for a time, from the arrival on; a further command prolongs it. Else it draws its idle power. So what
/// analysis and network do to the load follows from the commands that really arrive, and when. Left out: ramps, reactive power, a device that is down (its load goes on). Mains only.
/// Tested in <c>Tests/Energy/SwitchedLoadTests</c>.
/// </remarks>
/// <param name="members">Devices with such a load [1].</param>
/// <param name="watts">Drawn while it is on [W].</param>
/// <param name="idleWatts">Drawn otherwise [W].</param>
/// <param name="holds">How long a command keeps it on.</param>
/// <param name="begin">Begin of the measurement.</param>
/// <param name="end">Its end.</param>
public sealed class SwitchedLoad(int members, double watts, double idleWatts, Duration holds, SimTime begin, SimTime end) : IArrivalListener
{
    private readonly Dictionary<Node, SimTime> _onUntil = [];
    private readonly List<(SimTime Time, int Change)> _changes = [];
    private Duration _on;

    /// <summary>Energy of a device in the measured time, on average over all [J].</summary>
    public double JoulesPerMember => idleWatts * (end - begin).TotalSeconds + (watts - idleWatts) * _on.TotalSeconds / members;

    /// <summary>Most that all devices together draw at any moment of the measured time [W].</summary>
    public double PeakWatts
    {
        get
        {
            var (on, most) = (0, 0);
            foreach (var moment in _changes.GroupBy(change => change.Time).OrderBy(moment => moment.Key))
            {
                on += moment.Sum(change => change.Change);
                most = Math.Max(most, on);
            }

            return members * Math.Max(idleWatts, 0) + most * (watts - idleWatts);
        }
    }

    /// <inheritdoc/>
    public void Arrived(in Message message, Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var now = node.Simulation.Now;
        var from = SimTime.Max(SimTime.Max(now, _onUntil.GetValueOrDefault(node)), begin);
        _onUntil[node] = now.PlusOrEnd(holds);
        var to = SimTime.Min(_onUntil[node], end);
        if (to > from)
        {
            _on += to - from;
            _changes.Add((from, 1));
            _changes.Add((to, -1));
        }
    }
}
