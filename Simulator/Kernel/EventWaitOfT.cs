namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for an event that brings a value, or for the result of a process.</summary>
/// <typeparam name="T">The value.</typeparam>
public readonly struct EventWait<T> : IProcessWait
{
    private readonly Event<T> _event;

    internal EventWait(Event<T> awaited) => _event = awaited;

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => _event.HasHappened;

    /// <summary>Ends the wait and gives the value.</summary>
    /// <exception cref="InterruptException">The process was interrupted.</exception>
    public T GetResult()
    {
        _event.Simulation!.ThrowIfInterrupted();
        return _event.Value;
    }

    /// <inheritdoc/>
    public void Arm(Process process) => process.WaitFor(_event);
}
