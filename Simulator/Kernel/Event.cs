using System.Runtime.ExceptionServices;

namespace M2mVsIoTSim.Kernel;

/// <summary>Something that happens once, for which any number of processes may wait.</summary>
/// <param name="simulation">The clock.</param>
public class Event(Simulation simulation) : IWaitSource
{
    private List<Waiter>? _waiters;
    private bool _happened;

    /// <summary>A condition that has let go of its events, because the last of those who waited for it has left.</summary>
    private bool _dormant;
    private Exception? _failure;

    /// <summary>The run to which it belongs; null for a process that has not been started.</summary>
    internal Simulation? Simulation { get; set; } = simulation;

    /// <summary>Whether it has happened, well or badly.</summary>
    public bool HasHappened => _happened || (_dormant && Look());

    /// <summary>Why it failed; null when it has not.</summary>
    public Exception? Failure => HasHappened ? _failure : null;

    /// <summary>Whether the kernel alone lets it happen: the end of a process, a time, a condition.</summary>
    private protected virtual bool HappensByItself => false;

    /// <summary>Lets it happen; those who wait continue through the agenda, in the order in which they began to wait.</summary>
    /// <exception cref="InvalidOperationException">It has happened before, or happens by itself.</exception>
    public virtual void Succeed()
    {
        RefuseIfByItself();
        Happen(null);
    }

    /// <summary>Lets it fail; the exception is thrown in those who wait.</summary>
    /// <remarks>Nothing else happens if nobody waits: unlike the failure of a process it does not end the run.</remarks>
    /// <exception cref="InvalidOperationException">It has happened before, or happens by itself.</exception>
    public void Fail(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        RefuseIfByItself();
        Happen(failure);
    }

    /// <summary>Waits for it; continues at once if it has already happened.</summary>
    public EventWait GetAwaiter() => new(this);

    internal virtual void Prepare(Simulation running) { }

    /// <summary>How many wait for it [1].</summary>
    internal int Waiters => _waiters?.Count ?? 0;

    private protected bool IsDormant => _dormant;

    internal void Add(Waiter waiter)
    {
        if (_dormant)
        {
            _dormant = false;
            Attach();
        }

        (_waiters ??= []).Add(waiter);
    }

    internal void Remove(object waiter)
    {
        var index = _waiters?.FindIndex(w => ReferenceEquals(w.Target, waiter)) ?? -1;
        if (index >= 0)
        {
            _waiters!.RemoveAt(index);
            _dormant = _waiters.Count == 0 && TryDetach();
        }
    }

    /// <summary>Lets a condition forget its events, so that it does not outlive its waiters there. False for other events.</summary>
    private protected virtual bool TryDetach() => false;

    /// <summary>Lets a condition of which none of the events decides yet wait for them.</summary>
    private protected virtual void Attach() { }

    /// <summary>Lets a condition happen if its events have decided it meanwhile.</summary>
    /// <returns>Whether it has happened.</returns>
    private protected virtual bool Look() => false;

    internal void ThrowIfFailed()
    {
        if (Failure is not null)
        {
            ExceptionDispatchInfo.Throw(Failure);
        }
    }

    void IWaitSource.Withdraw(Process process) => Remove(process);

    private protected void RefuseIfByItself()
    {
        if (HappensByItself)
        {
            throw new InvalidOperationException($"{this} happens by itself; only an event of your own can be made to happen.");
        }
    }

    /// <summary>Lets it happen and tells those who wait.</summary>
    /// <returns>Whether that reached a process, directly or through conditions.</returns>
    internal bool Happen(Exception? failure)
    {
        if (_happened)
        {
            throw new InvalidOperationException("An event happens once; this one has already happened.");
        }

        _happened = true;
        _failure = failure;
        var reached = false;
        if (_waiters is { } waiters)
        {
            _waiters = null;
            foreach (var waiter in waiters)
            {
                reached |= waiter.Notify(this);
            }
        }

        return reached;
    }
}
