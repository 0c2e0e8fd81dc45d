using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Energy;

/// <summary>Stops a node at the moment at which its battery is empty.</summary>
/// <remarks>
/// Meters charge their base state only when settled, so nobody would notice that a sleeping node has died. The watch settles them
/// when, at base current alone, half of what remains would be gone, at least once a month, and at the end exactly then. Stays that
/// are drawn meanwhile eat into a reserve; when it is used up the watch looks again. A few dozen wake-ups per battery life.
/// A stay that a meter charges in advance and for which too little is left stops the node when it is charged. Between two looks
/// base current counts as drawn since the last stay, which shortens the life by less than s · one month (0.1 % at 1 %/a).
/// </remarks>
public sealed class DepletionWatch : IEventTarget
{
    private static readonly Duration Month = 30.Days;
    private static readonly Duration Endgame = 1.Hours;

    private readonly Node _node;
    private readonly Battery _battery;
    private readonly Alarm _alarm;
    private double _reserve;
    private bool _looking;

    /// <param name="node">Is stopped; its meters charge the battery and are in place.</param>
    /// <param name="battery">Its battery, the node's supply.</param>
    /// <exception cref="ArgumentException">The battery is not the node's supply.</exception>
    public DepletionWatch(Node node, Battery battery)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(battery);
        if (node.Supply != battery)
        {
            throw new ArgumentException("The battery to watch is not the supply of the node.", nameof(battery));
        }

        (_node, _battery) = (node, battery);
        _alarm = new Alarm(node.Simulation, this);
        battery.Drawn = Drawn;
        battery.Emptied = Emptied;
        Look();
    }

    /// <summary>When the node stopped; null while it runs.</summary>
    public SimTime? Stopped { get; private set; }

    void IEventTarget.Fire(long token) => Look();

    private void Look()
    {
        _looking = true;
        var current = 0.0;
        foreach (var meter in _node.Meters)
        {
            meter.Settle(_node.Simulation.Now);
            current += _battery.ChargeFor(meter.Profile.States[0].Amperes, meter.Profile.Volts);
        }

        _looking = false;
        if (Stopped is not null)
        {
            return;
        }

        var rest = BatteryLife.Expected(_battery.Remaining, current, _battery.SelfDischargePerSecond);
        var left = rest < Month.TotalSeconds * 1e4 ? Duration.FromSeconds(Math.Ceiling(rest * 1e9) / 1e9) : Month;
        if (left <= Endgame)
        {
            // Rounded up to the nanosecond, so that the settling at that moment empties it.
            _reserve = 0;
            _alarm.Restart(Duration.Max(left, new Duration(1)));
        }
        else
        {
            var wait = Duration.Min(left / 2, Month);
            var leak = 1 - Math.Exp(-_battery.SelfDischargePerSecond * wait.TotalSeconds);
            _reserve = _battery.Remaining * (1 - leak) - current * wait.TotalSeconds;
            _alarm.Restart(wait);
        }
    }

    private void Drawn(double coulombs)
    {
        if (_looking || _battery.IsEmpty)
        {
            return;
        }

        _reserve -= coulombs;
        if (_reserve < 0)
        {
            _alarm.Restart(Duration.Zero);
        }
    }

    private void Emptied(SimTime now)
    {
        Stopped = now;
        _alarm.Stop();
        _node.Stop();
    }
}
