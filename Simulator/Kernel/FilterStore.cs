using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A buffer out of which each taker may choose: the oldest item that passes its filter.</summary>
/// <remarks>
/// Who waits for an item that is not there does not hold up those who want another. An item has to find a place before it
/// can be chosen: a store full of what nobody wants blocks, as a real shelf does. A filter looks at items that lie there; it must not
/// change anything. A lambda that captures nothing costs no allocation.
/// </remarks>
/// <typeparam name="T">The items.</typeparam>
/// <param name="simulation">The clock.</param>
/// <param name="capacity">Greatest number of items [1], at least 1.</param>
public sealed class FilterStore<T>(Simulation simulation, int capacity = int.MaxValue) : Store<T>(simulation, capacity)
{
    private readonly List<T> _items = [];

    /// <inheritdoc/>
    public override int Count => _items.Count;

    /// <summary>Takes the oldest item that passes a filter, if there is one.</summary>
    public new bool TryGet(Predicate<T> filter, out T item)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return base.TryGet(filter, out item);
    }

    /// <summary>To be awaited by a process: continues with the oldest item that passes a filter.</summary>
    public StoreGet<T> Get(Predicate<T> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(this, filter);
    }

    /// <summary>To be awaited by a process: continues with the oldest item that passes a filter, or after <paramref name="within"/> without.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative limit.</exception>
    public StoreTryGet<T> Get(Predicate<T> filter, Duration within)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(this, filter, within);
    }

    private protected override void Lay(T item) => _items.Add(item);

    private protected override bool TryTake(Predicate<T>? filter, out T item)
    {
        var index =
            filter is not null ? _items.FindIndex(filter)
            : _items.Count > 0 ? 0
            : -1;
        item = index < 0 ? default! : _items[index];
        if (index >= 0)
        {
            _items.RemoveAt(index);
        }

        return index >= 0;
    }

    private protected override StoreClaim<T>? TakeGetterOf(T item)
    {
        for (var getter = Getters.First; getter is not null; getter = getter.Next)
        {
            if (getter.Filter is null || getter.Filter(item))
            {
                Getters.Remove(getter);
                return getter;
            }
        }

        return null;
    }
}
