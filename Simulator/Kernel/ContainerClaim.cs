using System.Numerics;

namespace M2mVsIoTSim.Kernel;

/// <summary>One who wants to put or to get an amount; pooled by its container.</summary>
internal sealed class ContainerClaim<T>(Container<T> container) : WaitingLine<ContainerClaim<T>>.Place, IWaitSource
    where T : struct, INumber<T>
{
    public T Amount { get; set; }

    public bool IsPut { get; set; }

    public bool IsServed { get; set; }

    public bool TryMove() => IsServed = container.TryMove(Amount, IsPut);

    public void Arm(Process process)
    {
        if (Arm(process, container.Simulation, this))
        {
            container.Join(this);
        }
    }

    /// <summary>Ends the wait and recycles the claim.</summary>
    /// <returns>Whether the amount was moved; false when the time limit came first.</returns>
    public bool End()
    {
        var served = IsServed;
        container.Recycle(this);
        if (!served)
        {
            container.Simulation.ThrowIfInterrupted();
        }

        return served;
    }

    void IWaitSource.Withdraw(Process process) => container.Leave(this);
}
