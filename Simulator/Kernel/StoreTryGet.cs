using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>To be awaited by a process; see <see cref="Store{T}.Get(Duration)"/>. Each <c>await</c> gets another item.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StoreTryGet<T>
{
    private readonly Store<T> _store;
    private readonly Duration _within;

    internal StoreTryGet(Store<T> store, Duration within)
    {
        _store = store;
        _within = within;
    }

    /// <summary>The wait itself.</summary>
    public StoreTryGetWait<T> GetAwaiter() => new(_store.RentToGet(_within));
}
