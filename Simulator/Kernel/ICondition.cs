namespace M2mVsIoTSim.Kernel;

/// <summary>Waits for several events.</summary>
internal interface ICondition
{
    /// <summary>Takes note that one of the events has happened.</summary>
    /// <returns>Whether that reached a process which waits for the condition.</returns>
    bool Notify(Event happened);
}
