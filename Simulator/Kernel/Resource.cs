using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A fixed number of equal servers, granted first come, first served.</summary>
/// <remarks>
/// <c>using var grant = await resource.Request();</c> holds one server until the end of the block. A request that can be granted at
/// once continues without waiting; otherwise the grant is decided when a server is released and delivered through the agenda, so
/// that nobody can step in between.
/// </remarks>
public class Resource
{
    private readonly WaitingLine<ResourceClaim> _line = new();
    private ResourceClaim? _spare;

    /// <param name="simulation">The clock.</param>
    /// <param name="capacity">Number of servers [1], at least 1.</param>
    public Resource(Simulation simulation, int capacity = 1)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Simulation = simulation;
        Capacity = capacity;
    }

    /// <summary>Number of servers [1].</summary>
    public int Capacity { get; }

    /// <summary>Servers that are granted [1].</summary>
    public int InUse { get; private set; }

    /// <summary>Requests that wait [1].</summary>
    public virtual int Waiting => _line.Count;

    internal Simulation Simulation { get; }

    /// <summary>To be awaited by a process: continues with a server.</summary>
    public ResourceRequest Request() => Request(Duration.Longest);

    /// <summary>To be awaited by a process: continues with a server, or after <paramref name="within"/> without
    /// (see <see cref="Grant.IsGranted"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative limit.</exception>
    public ResourceRequest Request(Duration within) => new(this, within);

    /// <summary>Grants a server that is free, before the process waits.</summary>
    internal virtual bool TryTake(ResourceClaim claim)
    {
        if (InUse == Capacity)
        {
            return false;
        }

        Give(claim);
        return true;
    }

    /// <summary>Begins the wait of a process whose claim could not be granted at once.</summary>
    internal virtual void Await(ResourceClaim claim, Process process)
    {
        if (claim.Arm(process, Simulation, claim))
        {
            _line.Add(claim);
        }
    }

    internal virtual void Leave(ResourceClaim claim) => _line.Remove(claim);

    /// <summary>Takes a server back and grants it to whoever is next.</summary>
    internal virtual void Release(ResourceClaim claim)
    {
        TakeBack();
        Recycle(claim);
        if (_line.TakeFirst() is { } next)
        {
            Give(next);
            next.Process!.Decide(next.Wait);
        }
    }

    private protected void Give(ResourceClaim claim)
    {
        InUse++;
        claim.IsGranted = true;
    }

    private protected void TakeBack() => InUse--;

    internal void Recycle(ResourceClaim claim)
    {
        claim.Version++;
        claim.IsGranted = false;
        claim.Process = null;
        claim.Next = _spare;
        _spare = claim;
    }

    internal ResourceClaim Rent(Duration within, int priority, bool mayPreempt)
    {
        var claim = _spare ?? new ResourceClaim(this);
        _spare = claim.Next;
        claim.Next = null;
        claim.Within = within;
        claim.Priority = priority;
        claim.MayPreempt = mayPreempt;
        return claim;
    }
}
