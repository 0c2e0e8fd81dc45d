namespace M2mVsIoTSim.Kernel;

/// <summary>One who waits for an event: a process, in one particular wait, or a condition.</summary>
internal readonly record struct Waiter(object Target, long Wait)
{
    public void Notify(Event happened)
    {
        if (Target is Process process)
        {
            process.Decide(Wait);
        }
        else
        {
            ((ICondition)Target).Notify(happened);
        }
    }
}
