namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for an item with a time limit; see <see cref="StoreTryGet{T}"/>.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StoreTryGetWait<T> : IProcessWait
{
    private readonly StoreClaim<T> _claim;

    internal StoreTryGetWait(StoreClaim<T> claim) => _claim = claim;

    /// <summary>Whether there was an item.</summary>
    public bool IsCompleted => _claim.TryGet();

    /// <summary>Ends the wait.</summary>
    /// <returns>Whether an item came in time, and the item.</returns>
    /// <exception cref="InterruptException">The process was interrupted; no item was taken.</exception>
    public (bool InTime, T Item) GetResult() => (_claim.End(out var item), item);

    /// <inheritdoc/>
    public void Arm(Process process) => _claim.Arm(process);
}
