using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>To be awaited by a process; see <see cref="Store{T}.Get(Duration)"/>. Each <c>await</c> gets another item.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StoreTryGet<T>
{
    private readonly Store<T> _store;
    private readonly Predicate<T>? _filter;
    private readonly Duration _within;

    internal StoreTryGet(Store<T> store, Predicate<T>? filter, Duration within)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(within.Nanoseconds, nameof(within));
        (_store, _filter, _within) = (store, filter, within);
    }

    /// <summary>The wait itself.</summary>
    public StoreTryGetWait<T> GetAwaiter() => new(_store.RentToGet(_filter, _within));
}
