using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for a place in a store; see <see cref="Store{T}.Put"/>.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StorePutWait<T> : IProcessWait
{
    private readonly Store<T> _store;
    private readonly StoreClaim<T>? _claim;
    private readonly T? _item;

    internal StorePutWait(Store<T> store, T? item, StoreClaim<T>? claim = null)
    {
        _store = store;
        _item = item;
        _claim = claim;
    }

    /// <summary>Whether there was a place.</summary>
    public bool IsCompleted => _claim!.TryPut();

    /// <summary>The wait with a claim of its own: each <c>await</c> puts the item once more.</summary>
    public StorePutWait<T> GetAwaiter() => new(_store, default, _store.RentToPut(_item!));

    /// <summary>Ends the wait.</summary>
    /// <exception cref="InterruptException">The process was interrupted; the item was not put.</exception>
    public void GetResult() => _claim!.End(out _);

    /// <inheritdoc/>
    public void Arm(Process process) => _claim!.Arm(process, Duration.Longest);
}
