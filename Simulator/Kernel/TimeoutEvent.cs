namespace M2mVsIoTSim.Kernel;

/// <summary>Happens when its time comes.</summary>
internal sealed class TimeoutEvent(Simulation simulation) : Event(simulation), IEventTarget
{
    private protected override bool HappensByItself => true;

    void IEventTarget.Fire(long token) => Happen(null);
}
