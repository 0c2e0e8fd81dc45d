using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A fixed number of equal servers, granted first come, first served.</summary>
/// <remarks>
/// <c>using var grant = await resource.Request();</c> holds one server until the end of the block. A request that can be granted at
/// once continues without waiting; otherwise the grant is decided when a server is released and delivered through the agenda, so
/// that nobody can step in between.
/// </remarks>
public sealed class Resource
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
    public int Waiting => _line.Count;

    internal Simulation Simulation { get; }

    /// <summary>To be awaited by a process: continues with a server.</summary>
    public ResourceRequest Request() => new(this, Duration.Longest);

    /// <summary>To be awaited by a process: continues with a server, or after <paramref name="within"/> without
    /// (see <see cref="Grant.IsGranted"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative limit.</exception>
    public ResourceRequest Request(Duration within)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(within.Nanoseconds, nameof(within));
        return new(this, within);
    }

    internal bool TryTake(ResourceClaim claim)
    {
        if (InUse == Capacity)
        {
            return false;
        }

        InUse++;
        claim.IsGranted = true;
        return true;
    }

    internal void Join(ResourceClaim claim) => _line.Add(claim);

    internal void Leave(ResourceClaim claim) => _line.Remove(claim);

    internal void Release(ResourceClaim claim)
    {
        InUse--;
        Recycle(claim);
        if (_line.TakeFirst() is { } next)
        {
            InUse++;
            next.IsGranted = true;
            next.Process!.Decide(next.Wait);
        }
    }

    internal void Recycle(ResourceClaim claim)
    {
        claim.Version++;
        claim.IsGranted = false;
        claim.Process = null;
        claim.Next = _spare;
        _spare = claim;
    }

    internal ResourceClaim Rent(Duration within)
    {
        var claim = _spare ?? new ResourceClaim(this);
        _spare = claim.Next;
        claim.Next = null;
        claim.Within = within;
        return claim;
    }
}
