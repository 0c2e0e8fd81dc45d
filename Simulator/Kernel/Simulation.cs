using System.Runtime.CompilerServices;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>Clock and agenda of one run; fires in order of time, then of scheduling. Nothing else is built in.</summary>
/// <remarks>
/// A run is single-threaded. Everything of a run hangs on its simulation; there are no statics, so that many runs can share a
/// process. Wake-ups for "now" go through the agenda too: a model is never re-entered in the middle of another. What keeps one pending
/// wake-up and schedules it anew (an <see cref="Alarm"/>, a time limit, the delays of a process that has once been interrupted) has its
/// place among equal times from the wake-up that finally rings.
/// </remarks>
/// <param name="seed">Seed of the study; together with <paramref name="replication"/> it fixes every draw.</param>
/// <param name="replication">Number of the replication, from 0.</param>
public sealed class Simulation(ulong seed = 1, int replication = 0)
{
    private readonly Agenda _agenda = new();
    private long _now;
    private bool _running;
    private bool _stopped;
    private ProcessFailedException? _failure;
    private Dictionary<(Type Type, object Owner), object>? _shared;

    /// <summary>The present.</summary>
    public SimTime Now => new(_now);

    /// <summary>Addressed random numbers of this run.</summary>
    public Randomness Random { get; } = new(seed, replication);

    /// <summary>Wake-ups fired so far [1].</summary>
    public long EventsFired => _agenda.Taken;

    /// <summary>Wake-ups that are scheduled and have not fired [1].</summary>
    public long EventsPending => _agenda.Count;

    /// <summary>Whether and how simulated time follows the wall clock; not at all if null. Takes effect at the next run.</summary>
    public RealTimePacing? Pacing { get; set; }

    /// <summary>Is to be thrown out of the wait of the process that is being continued, if anything.</summary>
    internal InterruptException? Interruption { get; set; }

    /// <summary>Wakes <paramref name="target"/> at a point in time; at <see cref="SimTime.End"/> means never.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The point lies in the past.</exception>
    public void At(SimTime time, IEventTarget target, long token = 0)
    {
        ArgumentNullException.ThrowIfNull(target);
        RefusePast(time, target);
        _agenda.Push(time.Nanoseconds, target, token);
    }

    /// <summary>Wakes <paramref name="target"/> at a point in time and tells it a little earlier that it is going to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The point lies in the past.</exception>
    internal void AtForewarned(SimTime time, IForewarnedTarget target, long token = 0)
    {
        ArgumentNullException.ThrowIfNull(target);
        RefusePast(time, target);
        _agenda.PushForewarned(time.Nanoseconds, target, token);
    }

    /// <summary>Wakes <paramref name="target"/> after a delay, which must not be negative.</summary>
    public void After(Duration delay, IEventTarget target, long token = 0) => At(Now.PlusOrEnd(delay), target, token);

    /// <summary>Fires everything that is pending, and what that schedules, until nothing is left or <see cref="Stop"/> is called.</summary>
    /// <exception cref="ProcessFailedException">A process threw an exception that no other process awaits.</exception>
    /// <exception cref="TooSlowException">The run fell behind the wall clock further than its pacing tolerates.</exception>
    /// <exception cref="InvalidOperationException">The simulation is running already.</exception>
    public void Run()
    {
        using var pacer = Pacing is null ? null : new Pacer(Pacing, Now);
        FireBefore(long.MaxValue, pacer);
    }

    /// <summary>
    /// Fires everything strictly before <paramref name="end"/> and sets the clock to <paramref name="end"/>: successive calls
    /// cover half-open intervals and fire each wake-up once. After <see cref="Stop"/> the clock stays where it stopped.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The end lies in the past.</exception>
    /// <exception cref="ProcessFailedException">A process threw an exception that no other process awaits.</exception>
    /// <exception cref="TooSlowException">The run fell behind the wall clock further than its pacing tolerates.</exception>
    /// <exception cref="InvalidOperationException">The simulation is running already.</exception>
    public void RunUntil(SimTime end)
    {
        if (end < Now)
        {
            throw new ArgumentOutOfRangeException(nameof(end), $"Cannot run until {end}: the clock already shows {Now}.");
        }

        using var pacer = Pacing is null ? null : new Pacer(Pacing, Now);
        FireBefore(end.Nanoseconds, pacer);
        if (!_stopped)
        {
            pacer?.WaitFor(end);
            _now = end.Nanoseconds;
        }
    }

    /// <summary>Ends the current <see cref="Run"/> or <see cref="RunUntil"/> after the wake-up in progress.</summary>
    public void Stop() => _stopped = true;

    /// <summary>Starts a process through the agenda: it begins when those scheduled before it for now have fired.</summary>
    /// <exception cref="InvalidOperationException">It has been started before.</exception>
    public void Start(Process process)
    {
        ArgumentNullException.ThrowIfNull(process);
        process.Begin(this);
    }

    /// <summary>To be awaited by a process: continues <paramref name="duration"/> after this call, which must not be negative.</summary>
    public DelayWait Delay(Duration duration)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(duration.Nanoseconds, nameof(duration));
        return new DelayWait(this, Now.PlusOrEnd(duration));
    }

    /// <summary>To be awaited by a process: continues at <paramref name="time"/>, which must not lie in the past.</summary>
    public DelayWait Until(SimTime time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time.Nanoseconds, _now, nameof(time));
        return new DelayWait(this, time);
    }

    /// <summary>An event that happens after <paramref name="duration"/>, for <see cref="AnyOf"/> and <see cref="AllOf"/>.</summary>
    /// <remarks>For "wait for this, but not longer than", prefer the <c>within</c> of the wait itself: it leaves nothing pending.</remarks>
    public Event Timeout(Duration duration)
    {
        var timeout = new TimeoutEvent(this);
        After(duration, timeout);
        return timeout;
    }

    /// <summary>Happens with the first of <paramref name="events"/>, well or badly; its value is that event.</summary>
    /// <remarks>Starts those processes among them that have not been started, and lets go of the others once one has happened.
    /// When the last process that waits for it is interrupted, it lets go of all of them until someone waits for it again; if several have
    /// happened by then, the first in the list counts.</remarks>
    public Event<Event> AnyOf(params ReadOnlySpan<Event> events) => new FirstOf(this, events);

    /// <summary>Happens with the last of <paramref name="events"/>, or fails with the first that fails.</summary>
    /// <remarks>Starts those processes among them that have not been started. Like <see cref="AnyOf"/> it lets go of its events when
    /// the last process that waits for it is interrupted.</remarks>
    public Event AllOf(params ReadOnlySpan<Event> events) => new EachOf(this, events);

    /// <summary>The one object of a type that several parts of this run share for an owner; made when it is first asked for.</summary>
    /// <param name="owner">An entity for whatever has its luck, a node for that node alone.</param>
    /// <param name="make">Makes the object.</param>
    public T Shared<T>(object owner, Func<T> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(make);
        _shared ??= [];
        if (!_shared.TryGetValue((typeof(T), owner), out var shared))
        {
            _shared[(typeof(T), owner)] = shared = make();
        }

        return (T)shared;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void ThrowIfInterrupted()
    {
        if (Interruption is not null)
        {
            ThrowInterruption();
        }
    }

    private void ThrowInterruption()
    {
        var interruption = Interruption!;
        Interruption = null;
        throw interruption;
    }

    internal void Fail(ProcessFailedException failure)
    {
        _failure ??= failure;
        _stopped = true;
    }

    /// <summary>Schedules without checks: for the kernel itself, whose times cannot lie in the past.</summary>
    internal void Wake(long time, IEventTarget target, long token) => _agenda.Push(time, target, token);

    private void RefusePast(SimTime time, IEventTarget target)
    {
        if (time.Nanoseconds < _now)
        {
            throw new ArgumentOutOfRangeException(nameof(time), $"{target} was scheduled at {time}, but the clock already shows {Now}.");
        }
    }

    private void FireBefore(long limit, Pacer? pacer)
    {
        if (_running)
        {
            throw new InvalidOperationException("The simulation is running already; a model schedules, it does not run the clock.");
        }

        _running = true;
        _stopped = false;
        try
        {
            while (!_stopped && _agenda.TryPop(limit, out var entry))
            {
                pacer?.WaitFor(new SimTime(entry.Time));
                _now = entry.Time;
                entry.Target.Fire(entry.Token);
            }
        }
        finally
        {
            _running = false;
        }

        if (_failure is { } failure)
        {
            _failure = null;
            throw failure;
        }
    }
}
