using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for an item; see <see cref="Store{T}.Get()"/>.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StoreGetWait<T> : IProcessWait
{
    private readonly Store<T> _store;
    private readonly StoreClaim<T>? _claim;

    internal StoreGetWait(Store<T> store, StoreClaim<T>? claim = null)
    {
        _store = store;
        _claim = claim;
    }

    /// <summary>Whether there was an item.</summary>
    public bool IsCompleted => _claim!.TryGet();

    /// <summary>The wait with a claim of its own: each <c>await</c> gets another item.</summary>
    public StoreGetWait<T> GetAwaiter() => new(_store, _store.RentToGet());

    /// <summary>Ends the wait and gives the item.</summary>
    /// <exception cref="InterruptException">The process was interrupted; no item was taken.</exception>
    public T GetResult()
    {
        _claim!.End(out var item);
        return item;
    }

    /// <inheritdoc/>
    public void Arm(Process process) => _claim!.Arm(process, Duration.Longest);
}
