using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A first-in first-out buffer of items between processes.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <remarks>An item that is there, or a place that is free, is taken without waiting; otherwise the hand-over is decided when the
/// other side comes and delivered through the agenda.</remarks>
public class Store<T>
{
    private readonly Queue<T> _items = new();
    private readonly WaitingLine<StoreClaim<T>> _putters = new();
    private StoreClaim<T>? _spare;

    /// <param name="simulation">The clock.</param>
    /// <param name="capacity">Greatest number of items [1], at least 1.</param>
    public Store(Simulation simulation, int capacity = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Simulation = simulation;
        Capacity = capacity;
    }

    /// <summary>Greatest number of items [1].</summary>
    public int Capacity { get; }

    /// <summary>Items that are there [1].</summary>
    public virtual int Count => _items.Count;

    internal Simulation Simulation { get; }

    /// <summary>Those who wait for an item.</summary>
    private protected WaitingLine<StoreClaim<T>> Getters { get; } = new();

    /// <summary>Puts an item if there is a place, from a process or from anywhere else.</summary>
    /// <returns>False if the store is full.</returns>
    public bool TryPut(T item)
    {
        if (Count == Capacity)
        {
            return false;
        }

        Accept(item);
        return true;
    }

    /// <summary>Takes the next item if there is one.</summary>
    public bool TryGet(out T item) => TryGet(null, out item);

    /// <summary>To be awaited by a process: continues when the item has found a place.</summary>
    public StorePut<T> Put(T item) => new(this, item);

    /// <summary>To be awaited by a process: continues with the next item.</summary>
    public StoreGet<T> Get() => new(this, null);

    /// <summary>To be awaited by a process: continues with the next item, or after <paramref name="within"/> without.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative limit.</exception>
    public StoreTryGet<T> Get(Duration within) => new(this, null, within);

    /// <summary>Takes the next item that passes the filter, if there is one, and lets those who wait to put fill the place.</summary>
    internal bool TryGet(Predicate<T>? filter, out T item)
    {
        if (!TryTake(filter, out item))
        {
            return false;
        }

        while (Count < Capacity && _putters.TakeFirst() is { } putter)
        {
            Accept(putter.Item!);
            putter.IsServed = true;
            putter.Process!.Decide(putter.Wait);
        }

        return true;
    }

    /// <summary>Lays an item down where it is found in its turn.</summary>
    private protected virtual void Lay(T item) => _items.Enqueue(item);

    /// <summary>Takes the next item that passes the filter.</summary>
    private protected virtual bool TryTake(Predicate<T>? filter, out T item) => _items.TryDequeue(out item!);

    /// <summary>Takes the first of those who wait for such an item out of the line.</summary>
    private protected virtual StoreClaim<T>? TakeGetterOf(T item) => Getters.TakeFirst();

    internal void Join(StoreClaim<T> claim) => (claim.IsPut ? _putters : Getters).Add(claim);

    internal void Leave(StoreClaim<T> claim) => (claim.IsPut ? _putters : Getters).Remove(claim);

    internal void Recycle(StoreClaim<T> claim)
    {
        claim.Item = default;
        claim.Filter = null;
        claim.IsServed = false;
        claim.Process = null;
        claim.Next = _spare;
        _spare = claim;
    }

    internal StoreClaim<T> RentToPut(T item)
    {
        var claim = Rent(isPut: true, Duration.Longest);
        claim.Item = item;
        return claim;
    }

    internal StoreClaim<T> RentToGet(Predicate<T>? filter, Duration within)
    {
        var claim = Rent(isPut: false, within);
        claim.Filter = filter;
        return claim;
    }

    /// <summary>Hands an item to one who waits for it, or lays it down; there is a place for it.</summary>
    private void Accept(T item)
    {
        if (TakeGetterOf(item) is { } getter)
        {
            getter.Item = item;
            getter.IsServed = true;
            getter.Process!.Decide(getter.Wait);
        }
        else
        {
            Lay(item);
        }
    }

    private StoreClaim<T> Rent(bool isPut, Duration within)
    {
        var claim = _spare ?? new StoreClaim<T>(this);
        _spare = claim.Next;
        claim.Next = null;
        claim.IsPut = isPut;
        claim.Within = within;
        return claim;
    }
}
