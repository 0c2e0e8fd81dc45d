using System.Runtime.CompilerServices;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>An <c>async</c> method that waits in simulated time.</summary>
/// <remarks>
/// The state machine of the method is this object and this object is the event target, so that a wait allocates nothing. A
/// process starts cold, and scheduling it by hand does not compile: it starts through <see cref="Simulation.Start"/>, or when
/// another process awaits it. Each wait has a number; what decides a wait (its time, a grant, an interrupt, a time limit) makes the
/// number old, so that whatever comes late does nothing.
/// </remarks>
[AsyncMethodBuilder(typeof(ProcessBuilder))]
public abstract class Process : Event
{
    private const long TimeLimit = -1;

    /// <summary>
    /// Number of the wait, which only grows. Modulo 4 it is 1 while the process waits, 0 when it is to be continued through the
    /// agenda (not begun, or its wait decided), and 2 while it runs and when it has ended.
    /// </summary>
    private long _wait;
    private IWaitSource? _source;
    private Disturbances? _disturbances;

    private protected Process()
        : base(null!) { }

    /// <summary>Name of the method that is the process.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Throws <see cref="InterruptException"/> out of the wait in which the process is. If that wait has already been decided, or
    /// the process has not begun, the interrupt is kept and ends the next wait.
    /// </summary>
    /// <param name="cause">Why; found in <see cref="InterruptException.Cause"/>.</param>
    /// <exception cref="InvalidOperationException">The process has ended, was never started, or interrupts itself.</exception>
    public void Interrupt(object? cause = null)
    {
        if (HasHappened || Simulation is null)
        {
            throw new InvalidOperationException(
                $"Process '{Name}' cannot be interrupted: it {(HasHappened ? "has ended" : "has not been started")}."
            );
        }

        if ((_wait & 3) == 2)
        {
            throw new InvalidOperationException($"Process '{Name}' cannot interrupt itself.");
        }

        Disturb.Keep(cause);
        if (IsWaiting)
        {
            _source?.Withdraw(this);
            Disturb.WasInterrupted = true;
            Disturb.TryRaise();
            Decide(_wait);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"Process '{Name}'";

    private protected override bool HappensByItself => true;

    internal override void Prepare(Simulation running)
    {
        if (Simulation is null)
        {
            Begin(running);
        }
    }

    internal void Begin(Simulation simulation)
    {
        if (Simulation is not null)
        {
            throw new InvalidOperationException($"Process '{Name}' has been started before.");
        }

        Simulation = simulation;
        simulation.Wake(simulation.Now.Nanoseconds, Target, _wait);
    }

    /// <summary>Waits until a point in time; if it has passed since the wait was made, continues through the agenda now.</summary>
    internal void WaitUntil(Simulation simulation, SimTime time)
    {
        if (!BeginWait(simulation, null))
        {
            return;
        }

        time = SimTime.Max(time, simulation.Now);
        if (_disturbances is { WasInterrupted: true })
        {
            Timer.RestartAt(time);
        }
        else
        {
            simulation.Wake(time.Nanoseconds, Target, _wait);
        }
    }

    /// <summary>Waits for an event, starting it if it is a process that has not been started.</summary>
    /// <exception cref="InvalidOperationException">It would wait for its own end, or for an event of another simulation.</exception>
    internal void WaitFor(Event awaited)
    {
        if (awaited == this)
        {
            throw new InvalidOperationException($"Process '{Name}' cannot wait for its own end.");
        }

        awaited.Prepare(Simulation!);
        if (BeginWait(awaited.Simulation!, awaited))
        {
            awaited.Add(new Waiter(this, _wait));
        }
    }

    /// <summary>Waits for a grant of <paramref name="source"/>, at most <paramref name="within"/>.</summary>
    /// <returns>The number of the wait for <see cref="Decide"/>, or a negative number when an interrupt ends the wait at once.</returns>
    /// <exception cref="InvalidOperationException">The source belongs to another simulation.</exception>
    internal long WaitForGrant(Simulation simulation, IWaitSource source, Duration within)
    {
        if (!BeginWait(simulation, source))
        {
            return -1;
        }

        if (within != Duration.Longest)
        {
            Timer.Restart(within);
        }

        return _wait;
    }

    /// <summary>Ends a wait: the process continues through the agenda. False if that wait is over.</summary>
    internal bool Decide(long wait)
    {
        if (wait != _wait || !IsWaiting)
        {
            return false;
        }

        EndWait();
        Simulation!.Wake(Simulation.Now.Nanoseconds, Target, _wait);
        return true;
    }

    internal void Complete(Exception? failure)
    {
        if (!Happen(failure) && failure is not null)
        {
            Simulation!.Fail(new ProcessFailedException(Name, Simulation.Now, failure));
        }
    }

    /// <summary>Whether a wake-up is the one that continues the process.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected bool Resumes(long token)
    {
        if (token != _wait)
        {
            if (token != TimeLimit || !IsWaiting)
            {
                return false;
            }

            _source?.Withdraw(this);
        }

        if (IsWaiting)
        {
            EndWait();
        }

        _wait += 2;
        if (_disturbances is not null)
        {
            Simulation!.Interruption = _disturbances.TakeThrown();
        }

        return true;
    }

    /// <summary>This object. Only the sealed state machine processes derive from this class, and they are event targets.</summary>
    private IEventTarget Target => Unsafe.As<IEventTarget>(this);

    private bool IsWaiting => (_wait & 1) != 0;

    private Disturbances Disturb => _disturbances ??= new Disturbances();

    private Alarm Timer => Disturb.Timer ??= new Alarm(Simulation!, Target, TimeLimit);

    /// <summary>Begins a wait. False if an interrupt was kept for it, which then ends it through the agenda.</summary>
    private bool BeginWait(Simulation simulation, IWaitSource? source)
    {
        if (simulation != Simulation)
        {
            throw new InvalidOperationException($"Process '{Name}' cannot wait for something of another simulation.");
        }

        _wait += 3;
        _source = source;
        if (_disturbances?.TryRaise() == true)
        {
            Decide(_wait);
            return false;
        }

        return true;
    }

    private void EndWait()
    {
        _wait += 3;
        _source = null;
        _disturbances?.Timer?.Stop();
    }
}
