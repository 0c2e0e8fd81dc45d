using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>Waits for the wall clock during one run.</summary>
internal sealed class Pacer : IDisposable
{
    /// <summary>Timers do not reach arbitrarily far; a longer wait is made of several.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>What lies further away does not come, and has no place in a time span.</summary>
    private const double MostSeconds = 1e11;

    private readonly RealTimePacing _pacing;
    private readonly SimTime _startTime;
    private readonly long _startStamp;
    private readonly ITimer _timer;
    private readonly object _gate = new();
    private bool _rung;

    public Pacer(RealTimePacing pacing, SimTime now)
    {
        (_pacing, _startTime, _startStamp) = (pacing, now, pacing.Clock.GetTimestamp());
        _timer = pacing.Clock.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Returns when a simulated time has come on the wall.</summary>
    /// <exception cref="TooSlowException">It has passed by more than the tolerance.</exception>
    public void WaitFor(SimTime time)
    {
        var left = Left(time);
        if (Duration.FromSeconds(-left.TotalSeconds) is var late && late > _pacing.Tolerance)
        {
            throw new TooSlowException(time, late);
        }

        for (; left > TimeSpan.Zero; left = Left(time))
        {
            Sleep(left < LongestWait ? left : LongestWait);
        }
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>Wall time until a simulated time comes; negative when it has passed.</summary>
    private TimeSpan Left(SimTime time) =>
        (time - _startTime).TotalSeconds * _pacing.Factor is < MostSeconds and var seconds
            ? TimeSpan.FromSeconds(seconds) - _pacing.Clock.GetElapsedTime(_startStamp)
            : LongestWait;

    private void Sleep(TimeSpan length)
    {
        lock (_gate)
        {
            _rung = false;
            _timer.Change(length, Timeout.InfiniteTimeSpan);
            while (!_rung)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private void Ring()
    {
        lock (_gate)
        {
            _rung = true;
            Monitor.Pulse(_gate);
        }
    }
}
