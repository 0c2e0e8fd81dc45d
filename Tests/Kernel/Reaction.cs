using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Tests.Kernel;

/// <summary>A target that does as it is told.</summary>
internal sealed class Reaction(Action<long> action) : IEventTarget
{
    public Reaction(Action action)
        : this(_ => action()) { }

    public void Fire(long token) => action(token);
}
