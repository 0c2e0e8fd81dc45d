using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A wait until a point in time; see <see cref="Simulation.Delay"/>.</summary>
public readonly struct DelayWait : IProcessWait
{
    private readonly Simulation _simulation;
    private readonly SimTime _time;

    internal DelayWait(Simulation simulation, SimTime time)
    {
        _simulation = simulation;
        _time = time;
    }

    /// <summary>Always false: a delay of nothing still lets those scheduled before it go first.</summary>
    public bool IsCompleted => false;

    /// <summary>The wait itself.</summary>
    public DelayWait GetAwaiter() => this;

    /// <summary>Ends the wait.</summary>
    /// <exception cref="InterruptException">The process was interrupted.</exception>
    public void GetResult() => _simulation.ThrowIfInterrupted();

    /// <inheritdoc/>
    public void Arm(Process process) => process.WaitUntil(_simulation, _time);
}
