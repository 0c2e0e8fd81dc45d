namespace M2mVsIoTSim.Tests.Kernel;

/// <summary>A wall clock that goes on only while somebody waits for it, or when told to.</summary>
internal sealed class WallClock : TimeProvider
{
    private long _ticks = 1_000;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public void Advance(double seconds) => _ticks += (long)(seconds * TimeSpan.TicksPerSecond);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(this, callback, state);

    private sealed class Timer(WallClock clock, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock._ticks += dueTime.Ticks;
            callback(state);
            return true;
        }

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
