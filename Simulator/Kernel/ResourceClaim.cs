using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>One request for a server, waiting or granted; pooled by its resource.</summary>
internal sealed class ResourceClaim(Resource resource) : WaitingLine<ResourceClaim>.Place, IWaitSource
{
    public Resource Resource { get; } = resource;

    public bool IsGranted { get; set; }

    /// <summary>Whether the server that was granted has been taken away.</summary>
    public bool IsPreempted { get; set; }

    /// <summary>Why the request is an error; thrown out of the wait, so that what the process holds is given back.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>Changes when the claim is recycled, so that an old grant cannot be released twice.</summary>
    public int Version { get; set; }

    public int Priority { get; set; }

    public bool MayPreempt { get; set; }

    public SimTime GrantedAt { get; set; }

    /// <summary>Order in a <see cref="PriorityLine"/>: rank, then turn; and the place there.</summary>
    public long Rank { get; set; }

    public long Turn { get; set; }

    public int Place { get; set; }

    public bool Precedes(ResourceClaim other) => Rank < other.Rank || (Rank == other.Rank && Turn < other.Turn);

    void IWaitSource.Withdraw(Process process) => Resource.Leave(this);
}
