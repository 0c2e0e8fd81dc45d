using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Something to be done at a time.</summary>
internal sealed class Act(Action action) : IEventTarget
{
    public void Fire(long token) => action();
}
