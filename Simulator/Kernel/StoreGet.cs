using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>To be awaited by a process; see <see cref="Store{T}.Get()"/>. Each <c>await</c> gets another item.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StoreGet<T>
{
    private readonly Store<T> _store;

    internal StoreGet(Store<T> store) => _store = store;

    /// <summary>The wait itself.</summary>
    public StoreGetWait<T> GetAwaiter() => new(_store.RentToGet(Duration.Longest));
}
