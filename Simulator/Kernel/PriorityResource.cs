using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A fixed number of equal servers, granted to the most important of those who wait.</summary>
/// <remarks>The smallest number is the most important; equal ones are served first come, first served. Who holds a server keeps it.
/// Requests without a priority have 0.</remarks>
/// <param name="simulation">The clock.</param>
/// <param name="capacity">Number of servers [1], at least 1.</param>
public class PriorityResource(Simulation simulation, int capacity = 1) : Resource(simulation, capacity)
{
    private readonly PriorityLine _line = new();
    private long _arrivals;

    /// <inheritdoc/>
    public override int Waiting => _line.Count;

    /// <summary>The most important priority among those who wait; null if nobody waits.</summary>
    private protected int? NextPriority => _line.First?.Priority;

    /// <summary>To be awaited by a process: continues with a server.</summary>
    /// <param name="priority">Importance: the smaller, the more important [1].</param>
    public ResourceRequest Request(int priority) => new(this, Duration.Longest, priority);

    /// <summary>To be awaited by a process: continues with a server, or after <paramref name="within"/> without
    /// (see <see cref="Grant.IsGranted"/>).</summary>
    /// <param name="priority">Importance: the smaller, the more important [1].</param>
    /// <param name="within">Longest wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative limit.</exception>
    public ResourceRequest Request(int priority, Duration within) => new(this, within, priority);

    internal override void Await(ResourceClaim claim, Process process)
    {
        if (claim.Arm(process, Simulation, claim))
        {
            Join(claim);
        }
    }

    internal override void Leave(ResourceClaim claim) => _line.Remove(claim);

    internal override void Release(ResourceClaim claim)
    {
        LetGo(claim);
        Recycle(claim);
        if (_line.First is { } next)
        {
            _line.Remove(next);
            Hold(next);
            next.Process!.Decide(next.Wait);
        }
    }

    private protected void Join(ResourceClaim claim) => _line.Add(claim, claim.Priority, _arrivals++);

    private protected virtual void Hold(ResourceClaim claim) => Give(claim);

    private protected virtual void LetGo(ResourceClaim claim) => TakeBack();
}
