using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for a server; see <see cref="Resource.Request()"/>.</summary>
public readonly struct ResourceWait : IProcessWait
{
    private readonly Resource _resource;
    private readonly ResourceClaim? _claim;
    private readonly Duration _within;

    internal ResourceWait(Resource resource, Duration within, ResourceClaim? claim = null)
    {
        _resource = resource;
        _within = within;
        _claim = claim;
    }

    /// <summary>Whether a server was free.</summary>
    public bool IsCompleted => _resource.TryTake(_claim!);

    /// <summary>The wait with a claim of its own: each <c>await</c> is another request.</summary>
    public ResourceWait GetAwaiter() => new(_resource, _within, _resource.Rent());

    /// <summary>Ends the wait.</summary>
    /// <returns>The grant; not granted if the time limit came first.</returns>
    /// <exception cref="InterruptException">The process was interrupted while it waited.</exception>
    public Grant GetResult()
    {
        if (_claim!.IsGranted)
        {
            return new Grant(_claim);
        }

        _resource.Recycle(_claim);
        _resource.Simulation.ThrowIfInterrupted();
        return default;
    }

    /// <inheritdoc/>
    public void Arm(Process process)
    {
        var wait = process.WaitForGrant(_resource.Simulation, _claim!, _within);
        if (wait >= 0)
        {
            _claim!.Process = process;
            _claim.Wait = wait;
            _resource.Join(_claim);
        }
    }
}
