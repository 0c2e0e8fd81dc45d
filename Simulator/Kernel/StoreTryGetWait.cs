using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for an item with a time limit; see <see cref="Store{T}.Get(Duration)"/>.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StoreTryGetWait<T> : IProcessWait
{
    private readonly Store<T> _store;
    private readonly Duration _within;
    private readonly StoreClaim<T>? _claim;

    internal StoreTryGetWait(Store<T> store, Duration within, StoreClaim<T>? claim = null)
    {
        _store = store;
        _within = within;
        _claim = claim;
    }

    /// <summary>Whether there was an item.</summary>
    public bool IsCompleted => _claim!.TryGet();

    /// <summary>The wait with a claim of its own: each <c>await</c> gets another item.</summary>
    public StoreTryGetWait<T> GetAwaiter() => new(_store, _within, _store.RentToGet());

    /// <summary>Ends the wait.</summary>
    /// <returns>Whether an item came in time, and the item.</returns>
    /// <exception cref="InterruptException">The process was interrupted; no item was taken.</exception>
    public (bool InTime, T Item) GetResult() => (_claim!.End(out var item), item);

    /// <inheritdoc/>
    public void Arm(Process process) => _claim!.Arm(process, _within);
}
