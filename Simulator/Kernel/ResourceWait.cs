namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for a server; see <see cref="Resource.Request()"/>.</summary>
public readonly struct ResourceWait : IProcessWait
{
    private readonly ResourceClaim _claim;

    internal ResourceWait(ResourceClaim claim) => _claim = claim;

    /// <summary>Whether a server was free.</summary>
    public bool IsCompleted => _claim.Resource.TryTake(_claim);

    /// <summary>Ends the wait.</summary>
    /// <returns>The grant; not granted if the time limit came first.</returns>
    /// <exception cref="InvalidOperationException">The request would take a server away from the process itself.</exception>
    /// <exception cref="InterruptException">The process was interrupted while it waited.</exception>
    public Grant GetResult()
    {
        if (_claim.IsGranted)
        {
            return new Grant(_claim);
        }

        var refusal = _claim.Refusal;
        _claim.Refusal = null;
        _claim.Resource.Recycle(_claim);
        if (refusal is not null)
        {
            throw refusal;
        }

        _claim.Resource.Simulation.ThrowIfInterrupted();
        return default;
    }

    /// <inheritdoc/>
    public void Arm(Process process) => _claim.Resource.Await(_claim, process);
}
