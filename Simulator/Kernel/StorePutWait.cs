namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for a place in a store; see <see cref="Store{T}.Put"/>.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StorePutWait<T> : IProcessWait
{
    private readonly StoreClaim<T> _claim;

    internal StorePutWait(StoreClaim<T> claim) => _claim = claim;

    /// <summary>Whether there was a place.</summary>
    public bool IsCompleted => _claim.TryPut();

    /// <summary>Ends the wait.</summary>
    /// <exception cref="InterruptException">The process was interrupted; the item was not put.</exception>
    public void GetResult() => _claim.End(out _);

    /// <inheritdoc/>
    public void Arm(Process process) => _claim.Arm(process);
}
