using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for a server; see <see cref="Resource.Request()"/>.</summary>
public readonly struct ResourceWait : IProcessWait
{
    private readonly ResourceClaim _claim;
    private readonly Duration _within;

    internal ResourceWait(ResourceClaim claim, Duration within)
    {
        _claim = claim;
        _within = within;
    }

    /// <summary>Whether a server was free.</summary>
    public bool IsCompleted => _claim.Resource.TryTake(_claim);

    /// <summary>The wait itself.</summary>
    public ResourceWait GetAwaiter() => this;

    /// <summary>Ends the wait.</summary>
    /// <returns>The grant; not granted if the time limit came first.</returns>
    /// <exception cref="InterruptException">The process was interrupted while it waited.</exception>
    public Grant GetResult()
    {
        if (_claim.IsGranted)
        {
            return new Grant(_claim);
        }

        _claim.Resource.Recycle(_claim);
        _claim.Resource.Simulation.Running!.ThrowIfInterrupted();
        return default;
    }

    /// <inheritdoc/>
    public void Arm(Process process)
    {
        var wait = process.WaitForGrant(_claim, _within);
        if (wait >= 0)
        {
            _claim.Process = process;
            _claim.Wait = wait;
            _claim.Resource.Join(_claim);
        }
    }
}
