namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for an event or the end of a process.</summary>
public readonly struct EventWait : IProcessWait
{
    private readonly Event _event;

    internal EventWait(Event awaited) => _event = awaited;

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => _event.HasHappened;

    /// <summary>Ends the wait.</summary>
    /// <exception cref="InterruptException">The process was interrupted.</exception>
    public void GetResult()
    {
        _event.Simulation!.ThrowIfInterrupted();
        _event.ThrowIfFailed();
    }

    /// <inheritdoc/>
    public void Arm(Process process) => process.WaitFor(_event);
}
