namespace M2mVsIoTSim.Kernel;

/// <summary>One who waits to put or to get an item; pooled by its store.</summary>
internal sealed class StoreClaim<T>(Store<T> store) : WaitingLine<StoreClaim<T>>.Place, IWaitSource
{
    public Store<T> Store { get; } = store;

    public bool IsPut { get; set; }

    public bool IsServed { get; set; }

    public T? Item { get; set; }

    /// <summary>What is wanted; null if anything is.</summary>
    public Predicate<T>? Filter { get; set; }

    public bool TryGet()
    {
        if (Store.TryGet(Filter, out var item))
        {
            Item = item;
            IsServed = true;
        }

        return IsServed;
    }

    public bool TryPut()
    {
        IsServed = Store.TryPut(Item!);
        return IsServed;
    }

    public void Arm(Process process)
    {
        if (Arm(process, Store.Simulation, this))
        {
            Store.Join(this);
        }
    }

    /// <summary>Ends the wait and recycles the claim.</summary>
    /// <returns>Whether an item was handed over; false when the time limit came first.</returns>
    public bool End(out T item)
    {
        var served = IsServed;
        item = Item!;
        Store.Recycle(this);
        if (!served)
        {
            Store.Simulation.ThrowIfInterrupted();
        }

        return served;
    }

    void IWaitSource.Withdraw(Process process) => Store.Leave(this);
}
