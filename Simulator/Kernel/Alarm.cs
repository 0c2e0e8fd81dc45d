using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A timer to restart and stop, as often as you like, at no cost in pending wake-ups.</summary>
/// <remarks>
/// Restarting an alarm for later does not schedule again: the wake-up already pending finds the later deadline and re-arms. An
/// alarm knows its two nearest pending wake-ups, so alternating between long and short times leaves nothing behind either. A row of
/// ever earlier deadlines does leave one wake-up for each, until its time comes.
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
        if (time == _nearest)
        {
            (_nearest, _further) = (_further, Never);
        }
        else if (time == _further)
        {
            _further = Never;
        }
        else
        {
            return;
        }

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
        (_nearest, _further) = (_deadline, _nearest);
        simulation.Wake(_deadline, this, _deadline);
    }
}
