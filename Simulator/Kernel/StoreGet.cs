using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>To be awaited by a process; see <see cref="Store{T}.Get()"/>. Each <c>await</c> gets another item.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StoreGet<T>
{
    private readonly Store<T> _store;
    private readonly Predicate<T>? _filter;

    internal StoreGet(Store<T> store, Predicate<T>? filter) => (_store, _filter) = (store, filter);

    /// <summary>The wait itself.</summary>
    public StoreGetWait<T> GetAwaiter() => new(_store.RentToGet(_filter, Duration.Longest));
}
