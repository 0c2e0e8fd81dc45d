namespace M2mVsIoTSim.Kernel;

/// <summary>One request for a server, waiting or granted; pooled by its resource.</summary>
internal sealed class ResourceClaim(Resource resource) : WaitingLine<ResourceClaim>.Place, IWaitSource
{
    public Resource Resource { get; } = resource;

    public bool IsGranted { get; set; }

    /// <summary>Changes when the claim is recycled, so that an old grant cannot be released twice.</summary>
    public int Version { get; set; }

    void IWaitSource.Withdraw(Process process) => Resource.Leave(this);
}
