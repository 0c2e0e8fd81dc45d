using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>First-in first-out line of those who wait, which anyone may leave: a doubly linked list through its members.</summary>
internal sealed class WaitingLine<T>
    where T : WaitingLine<T>.Place
{
    private T? _first;
    private T? _last;

    public int Count { get; private set; }

    /// <summary>Whoever came first; null if nobody waits.</summary>
    public T? First => _first;

    public void Add(T place)
    {
        place.Previous = _last;
        place.Next = null;
        if (_last is null)
        {
            _first = place;
        }
        else
        {
            _last.Next = place;
        }

        _last = place;
        Count++;
    }

    /// <summary>Takes whoever came first; null if nobody waits.</summary>
    public T? TakeFirst()
    {
        if (_first is not { } first)
        {
            return null;
        }

        _first = first.Next;
        if (_first is null)
        {
            _last = null;
        }
        else
        {
            _first.Previous = null;
            first.Next = null;
        }

        Count--;
        return first;
    }

    public void Remove(T place)
    {
        if (place.Previous is { } previous)
        {
            previous.Next = place.Next;
        }
        else
        {
            _first = place.Next;
        }

        if (place.Next is { } next)
        {
            next.Previous = place.Previous;
        }
        else
        {
            _last = place.Previous;
        }

        place.Previous = place.Next = null;
        Count--;
    }

    /// <summary>A place in the line; pooled by the owner of the line.</summary>
    internal abstract class Place
    {
        public T? Previous;
        public T? Next;
        public Process? Process;
        public long Wait;
        public Duration Within;

        /// <summary>Begins the wait of a process. False if an interrupt ends it at once: then the place must not be taken.</summary>
        public bool Arm(Process process, Simulation simulation, IWaitSource source)
        {
            Process = process;
            Wait = process.WaitForGrant(simulation, source, Within);
            return Wait >= 0;
        }
    }
}
