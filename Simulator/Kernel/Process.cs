using System.Runtime.CompilerServices;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>An <c>async</c> method that waits in simulated time.</summary>
/// <remarks>
/// The state machine of the method is this object and this object is the event target, so that a wait allocates nothing. A
/// process starts cold: through <see cref="Simulation.Start"/>, or when another process awaits it. Each wait has a number; what
/// decides a wait (its time, a grant, an interrupt, a time limit) makes the number old, so that whatever comes late does nothing.
/// </remarks>
[AsyncMethodBuilder(typeof(ProcessBuilder))]
public abstract class Process : Event, IEventTarget
{
    private const long TimeLimit = -1;
    private long _wait;
    private bool _begun;
    private bool _waiting;
    private IWaitSource? _source;
    private Alarm? _timer;
    private bool _wasInterrupted;
    private InterruptException? _thrown;
    private Queue<object?>? _interrupts;

    private protected Process()
        : base(null!) { }

    /// <summary>Name of the method that is the process.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the last wait ended because its time limit had come.</summary>
    internal bool TimedOut { get; private set; }

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

        if (Simulation.Running == this)
        {
            throw new InvalidOperationException($"Process '{Name}' cannot interrupt itself.");
        }

        if (!_waiting)
        {
            (_interrupts ??= new Queue<object?>()).Enqueue(cause);
            return;
        }

        _source?.Withdraw(this);
        // From now on delays go through a timer that can be re-armed: repeated interrupts leave nothing pending.
        _wasInterrupted = true;
        _thrown = new InterruptException(cause);
        Decide(_wait);
    }

    /// <inheritdoc/>
    public override string ToString() => $"Process '{Name}'";

    void IEventTarget.Fire(long token)
    {
        if (token == _wait)
        {
            Continue();
        }
        else if (token == TimeLimit && _waiting)
        {
            TimedOut = _source is not null;
            _source?.Withdraw(this);
            Continue();
        }
    }

    internal override void Prepare(Simulation running)
    {
        if (Simulation is null)
        {
            Begin(running);
        }
    }

    internal void Begin(Simulation simulation)
    {
        if (_begun)
        {
            throw new InvalidOperationException($"Process '{Name}' has been started before.");
        }

        _begun = true;
        Simulation = simulation;
        simulation.Wake(simulation.Now.Nanoseconds, this, _wait);
    }

    /// <summary>Waits until a point in time.</summary>
    internal void WaitUntil(SimTime time)
    {
        if (!BeginWait(null))
        {
            return;
        }

        if (_wasInterrupted)
        {
            Timer.RestartAt(time);
        }
        else
        {
            Simulation!.Wake(time.Nanoseconds, this, _wait);
        }
    }

    /// <summary>Waits for an event, starting it if it is a process that has not been started.</summary>
    internal void WaitFor(Event awaited)
    {
        awaited.Prepare(Simulation!);
        if (BeginWait(awaited))
        {
            awaited.Add(new Waiter(this, _wait));
        }
    }

    /// <summary>Waits for a grant of <paramref name="source"/>, at most <paramref name="within"/>.</summary>
    /// <returns>The number of the wait for <see cref="Decide"/>, or a negative number when an interrupt ends the wait at once.</returns>
    internal long WaitForGrant(IWaitSource source, Duration within)
    {
        if (!BeginWait(source))
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
        if (wait != _wait || !_waiting)
        {
            return false;
        }

        EndWait();
        Simulation!.Wake(Simulation.Now.Nanoseconds, this, _wait);
        return true;
    }

    internal void ThrowIfInterrupted()
    {
        if (_thrown is { } thrown)
        {
            _thrown = null;
            throw thrown;
        }
    }

    internal void Complete(Exception? failure)
    {
        if (failure is null)
        {
            Succeed();
        }
        else if (IsAwaited)
        {
            Fail(failure);
        }
        else
        {
            var time = Simulation!.Now;
            Fail(failure);
            Simulation.Fail(new ProcessFailedException(Name, time, failure));
        }
    }

    /// <summary>Runs the method to its next wait.</summary>
    protected abstract void MoveNext();

    private Alarm Timer => _timer ??= new Alarm(Simulation!, this, TimeLimit);

    /// <summary>Begins a wait. False if an interrupt was kept for it, which then ends it through the agenda.</summary>
    private bool BeginWait(IWaitSource? source)
    {
        _waiting = true;
        _source = source;
        if (_interrupts is { Count: > 0 })
        {
            _thrown = new InterruptException(_interrupts.Dequeue());
            Decide(_wait);
            return false;
        }

        return true;
    }

    private void EndWait()
    {
        _waiting = false;
        _source = null;
        _wait++;
        _timer?.Stop();
    }

    private void Continue()
    {
        if (_waiting)
        {
            EndWait();
        }
        else
        {
            _wait++;
        }

        var simulation = Simulation!;
        simulation.Running = this;
        try
        {
            MoveNext();
        }
        finally
        {
            simulation.Running = null;
            TimedOut = false;
        }
    }
}
