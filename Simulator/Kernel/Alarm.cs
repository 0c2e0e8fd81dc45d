using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A timer to restart and stop, as often as you like, at no cost in pending wake-ups.</summary>
/// <remarks>
/// Restarting an alarm for later does not schedule again: the wake-up already pending finds the later deadline and re-arms. A deadline
/// before the nearest pending wake-up needs one of its own, so a row of ever earlier deadlines would leave one behind for each. Beyond
/// eight of them a wake-up is therefore scheduled no further away than half the way to the nearest, where it re-arms. The way halves
/// with each, and an alarm never has more than 8 + 63 wake-ups pending.
/// Among wake-ups of equal time an alarm's place is that of the wake-up which finally rings.
/// </remarks>
/// <param name="simulation">The clock.</param>
/// <param name="target">Is fired when the alarm rings.</param>
/// <param name="token">Is passed to <paramref name="target"/>.</param>
public sealed class Alarm(Simulation simulation, IEventTarget target, long token = 0) : IEventTarget
{
    private const long Never = long.MaxValue;
    private long _deadline = Never;
    private long _nearest = Never;
    private long _further = Never;

    /// <summary>Pending wake-ups beyond the two nearest, the furthest first.</summary>
    private Stack<long>? _rest;

    /// <summary>Pending wake-ups that may be as close together as they like [1].</summary>
    internal const int Direct = 8;

    /// <summary>Whether it is going to ring.</summary>
    public bool IsArmed => _deadline != Never;

    /// <summary>When it is going to ring; <see cref="SimTime.End"/> when it is not.</summary>
    public SimTime Deadline => new(_deadline);

    /// <summary>Rings after <paramref name="delay"/> instead of whenever it would have.</summary>
    public void Restart(Duration delay) => RestartAt(simulation.Now.PlusOrEnd(delay));

    /// <summary>Rings at <paramref name="time"/> instead of whenever it would have.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies in the past.</exception>
    public void RestartAt(SimTime time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time.Nanoseconds, simulation.Now.Nanoseconds, nameof(time));
        _deadline = time.Nanoseconds;
        if (_deadline < _nearest)
        {
            Schedule();
        }
    }

    /// <summary>Does not ring until restarted.</summary>
    public void Stop() => _deadline = Never;

    void IEventTarget.Fire(long time)
    {
        (_nearest, _further) = (_further, _rest is { Count: > 0 } ? _rest.Pop() : Never);
        if (_deadline == time)
        {
            _deadline = Never;
            target.Fire(token);
        }
        else if (_deadline < _nearest)
        {
            Schedule();
        }
    }

    private void Schedule()
    {
        var time = _deadline;
        if (_further != Never)
        {
            if (_rest is { Count: >= Direct - 2 })
            {
                var now = simulation.Now.Nanoseconds;
                time = Math.Min(time, now + (_nearest - now) / 2);
            }

            (_rest ??= new Stack<long>(Direct)).Push(_further);
        }

        (_nearest, _further) = (time, _nearest);
        simulation.Wake(time, this, time);
    }
}
