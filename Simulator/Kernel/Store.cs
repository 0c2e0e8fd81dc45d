using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A first-in first-out buffer of items between processes.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <remarks>An item that is there, or a place that is free, is taken without waiting; otherwise the hand-over is decided when the
/// other side comes and delivered through the agenda.</remarks>
public sealed class Store<T>
{
    private readonly Queue<T> _items = new();
    private readonly WaitingLine<StoreClaim<T>> _getters = new();
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
    public int Count => _items.Count;

    internal Simulation Simulation { get; }

    /// <summary>Puts an item if there is a place, from a process or from anywhere else.</summary>
    /// <returns>False if the store is full.</returns>
    public bool TryPut(T item)
    {
        if (_getters.TakeFirst() is { } getter)
        {
            getter.Item = item;
            getter.IsServed = true;
            getter.Process!.Decide(getter.Wait);
            return true;
        }

        if (_items.Count == Capacity)
        {
            return false;
        }

        _items.Enqueue(item);
        return true;
    }

    /// <summary>Takes an item if there is one.</summary>
    public bool TryGet(out T item)
    {
        if (!_items.TryDequeue(out item!))
        {
            return false;
        }

        if (_putters.TakeFirst() is { } putter)
        {
            _items.Enqueue(putter.Item!);
            putter.IsServed = true;
            putter.Process!.Decide(putter.Wait);
        }

        return true;
    }

    /// <summary>To be awaited by a process: continues when the item has found a place.</summary>
    public StorePut<T> Put(T item) => new(this, item);

    /// <summary>To be awaited by a process: continues with the next item.</summary>
    public StoreGet<T> Get() => new(this);

    /// <summary>To be awaited by a process: continues with the next item, or after <paramref name="within"/> without.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative limit.</exception>
    public StoreTryGet<T> Get(Duration within)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(within.Nanoseconds, nameof(within));
        return new(this, within);
    }

    internal void Join(StoreClaim<T> claim) => (claim.IsPut ? _putters : _getters).Add(claim);

    internal void Leave(StoreClaim<T> claim) => (claim.IsPut ? _putters : _getters).Remove(claim);

    internal void Recycle(StoreClaim<T> claim)
    {
        claim.Item = default;
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

    internal StoreClaim<T> RentToGet(Duration within) => Rent(isPut: false, within);

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
