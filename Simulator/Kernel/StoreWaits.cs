using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for a place in a store; see <see cref="Store{T}.Put"/>.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StorePutWait<T> : IProcessWait
{
    private readonly StoreClaim<T> _claim;

    internal StorePutWait(StoreClaim<T> claim) => _claim = claim;

    /// <summary>Whether there was a place.</summary>
    public bool IsCompleted => _claim.TryPut();

    /// <summary>The wait itself.</summary>
    public StorePutWait<T> GetAwaiter() => this;

    /// <summary>Ends the wait.</summary>
    /// <exception cref="InterruptException">The process was interrupted; the item was not put.</exception>
    public void GetResult() => _claim.End(out _);

    /// <inheritdoc/>
    public void Arm(Process process) => _claim.Arm(process, Duration.Longest);
}

/// <summary>A wait for an item; see <see cref="Store{T}.Get()"/>.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StoreGetWait<T> : IProcessWait
{
    private readonly StoreClaim<T> _claim;

    internal StoreGetWait(StoreClaim<T> claim) => _claim = claim;

    /// <summary>Whether there was an item.</summary>
    public bool IsCompleted => _claim.TryGet();

    /// <summary>The wait itself.</summary>
    public StoreGetWait<T> GetAwaiter() => this;

    /// <summary>Ends the wait and gives the item.</summary>
    /// <exception cref="InterruptException">The process was interrupted; no item was taken.</exception>
    public T GetResult()
    {
        _claim.End(out var item);
        return item;
    }

    /// <inheritdoc/>
    public void Arm(Process process) => _claim.Arm(process, Duration.Longest);
}

/// <summary>A wait for an item with a time limit; see <see cref="Store{T}.Get(Duration)"/>.</summary>
/// <typeparam name="T">The items.</typeparam>
public readonly struct StoreTryGetWait<T> : IProcessWait
{
    private readonly StoreClaim<T> _claim;
    private readonly Duration _within;

    internal StoreTryGetWait(StoreClaim<T> claim, Duration within)
    {
        _claim = claim;
        _within = within;
    }

    /// <summary>Whether there was an item.</summary>
    public bool IsCompleted => _claim.TryGet();

    /// <summary>The wait itself.</summary>
    public StoreTryGetWait<T> GetAwaiter() => this;

    /// <summary>Ends the wait.</summary>
    /// <returns>Whether an item came in time, and the item.</returns>
    /// <exception cref="InterruptException">The process was interrupted; no item was taken.</exception>
    public (bool InTime, T Item) GetResult() => (_claim.End(out var item), item);

    /// <inheritdoc/>
    public void Arm(Process process) => _claim.Arm(process, _within);
}
