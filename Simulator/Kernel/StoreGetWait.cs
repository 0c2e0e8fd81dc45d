namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for an item; see <see cref="Store{T}.Get()"/>.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StoreGetWait<T> : IProcessWait
{
    private readonly StoreClaim<T> _claim;

    internal StoreGetWait(StoreClaim<T> claim) => _claim = claim;

    /// <summary>Whether there was an item.</summary>
    public bool IsCompleted => _claim.TryGet();

    /// <summary>Ends the wait and gives the item.</summary>
    /// <exception cref="InterruptException">The process was interrupted; no item was taken.</exception>
    public T GetResult()
    {
        _claim.End(out var item);
        return item;
    }

    /// <inheritdoc/>
    public void Arm(Process process) => _claim.Arm(process);
}
