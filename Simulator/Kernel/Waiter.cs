namespace M2mVsIoTSim.Kernel;

/// <summary>One who waits for an event: a process, in one particular wait, or a condition.</summary>
internal readonly record struct Waiter(object Target, long Wait)
{
    /// <summary>Tells that the event has happened.</summary>
    /// <returns>Whether that reached a process.</returns>
    public bool Notify(Event happened) => Target is Process process ? process.Decide(Wait) : ((ICondition)Target).Notify(happened);
}
