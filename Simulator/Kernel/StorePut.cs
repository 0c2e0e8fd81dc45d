namespace M2mVsIoTSim.Kernel;

/// <summary>To be awaited by a process; see <see cref="Store{T}.Put"/>. Each <c>await</c> puts the item once more.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StorePut<T>
{
    private readonly Store<T> _store;
    private readonly T _item;

    internal StorePut(Store<T> store, T item)
    {
        _store = store;
        _item = item;
    }

    /// <summary>The wait itself.</summary>
    public StorePutWait<T> GetAwaiter() => new(_store.RentToPut(_item));
}
