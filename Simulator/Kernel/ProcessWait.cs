namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for the result of a process.</summary>
/// <typeparam name="T">The result.</typeparam>
public readonly struct ProcessWait<T> : IProcessWait
{
    private readonly Process<T> _process;

    internal ProcessWait(Process<T> process) => _process = process;

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => _process.HasHappened;

    /// <summary>Ends the wait and gives the result.</summary>
    /// <exception cref="InterruptException">The waiting process was interrupted.</exception>
    public T GetResult()
    {
        _process.Simulation!.ThrowIfInterrupted();
        return _process.Result;
    }

    /// <inheritdoc/>
    public void Arm(Process process) => process.WaitFor(_process);
}
