using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>To be awaited by a process; see <see cref="Resource.Request()"/>. Each <c>await</c> is another request.</summary>
public readonly struct ResourceRequest
{
    private readonly Resource _resource;
    private readonly Duration _within;
    private readonly int _priority;
    private readonly bool _mayPreempt;

    internal ResourceRequest(Resource resource, Duration within, int priority = 0, bool mayPreempt = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(within.Nanoseconds, nameof(within));
        (_resource, _within, _priority, _mayPreempt) = (resource, within, priority, mayPreempt);
    }

    /// <summary>The wait for a server.</summary>
    public ResourceWait GetAwaiter() => new(_resource.Rent(_within, _priority, _mayPreempt));
}
