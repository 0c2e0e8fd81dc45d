using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>To be awaited by a process; see <see cref="Resource.Request()"/>. Each <c>await</c> is another request.</summary>
public readonly struct ResourceRequest
{
    private readonly Resource _resource;
    private readonly Duration _within;

    internal ResourceRequest(Resource resource, Duration within)
    {
        _resource = resource;
        _within = within;
    }

    /// <summary>The wait for a server.</summary>
    public ResourceWait GetAwaiter() => new(_resource.Rent(_within));
}
