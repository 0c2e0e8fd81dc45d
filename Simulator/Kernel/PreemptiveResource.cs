using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A fixed number of equal servers, which more important requests take away from less important holders.</summary>
/// <remarks>
/// The smallest number is the most important. When all servers are held, a request that is more important than everyone who waits
/// takes the server of the least important holder, the latest among equals, if it is more important than that one. The holder is interrupted
/// (<see cref="Process.Interrupt"/>) with a <see cref="Preempted"/> as the cause; its grant is lost, and disposing of it does
/// nothing. A holder that has ended without giving its server back loses it without a word.
/// <para>Because the resource has to know who holds a server, a request continues through the agenda even when it is granted at
/// once.</para>
/// </remarks>
/// <param name="simulation">The clock.</param>
/// <param name="capacity">Number of servers [1], at least 1.</param>
public sealed class PreemptiveResource(Simulation simulation, int capacity = 1) : PriorityResource(simulation, capacity)
{
    /// <summary>Those who hold a server, the first to lose it first.</summary>
    private readonly PriorityLine _holders = new();
    private long _grants;

    /// <summary>To be awaited by a process: continues with a server.</summary>
    /// <param name="priority">Importance: the smaller, the more important [1].</param>
    /// <param name="preempt">Whether it may take the server of a less important holder; otherwise it only waits in front of those.</param>
    public ResourceRequest Request(int priority, bool preempt) => new(this, Duration.Longest, priority, preempt);

    /// <summary>To be awaited by a process: continues with a server, or after <paramref name="within"/> without
    /// (see <see cref="Grant.IsGranted"/>).</summary>
    /// <param name="priority">Importance: the smaller, the more important [1].</param>
    /// <param name="preempt">Whether it may take the server of a less important holder; otherwise it only waits in front of those.</param>
    /// <param name="within">Longest wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative limit.</exception>
    public ResourceRequest Request(int priority, bool preempt, Duration within) => new(this, within, priority, preempt);

    internal override bool TryTake(ResourceClaim claim) => false;

    internal override void Await(ResourceClaim claim, Process process)
    {
        var victim = VictimOf(claim);
        if (!claim.Arm(process, Simulation, claim))
        {
            return;
        }

        if (victim?.Process == process)
        {
            claim.Refusal = new InvalidOperationException(
                $"Process '{process.Name}' would take a server away from itself; give the less important grant back first."
            );
            process.Decide(claim.Wait);
            return;
        }

        if (victim is not null)
        {
            Preempt(victim, process);
        }

        if (InUse < Capacity)
        {
            Hold(claim);
            process.Decide(claim.Wait);
        }
        else
        {
            Join(claim);
        }
    }

    internal override void Release(ResourceClaim claim)
    {
        if (claim.IsPreempted)
        {
            claim.IsPreempted = false;
            Recycle(claim);
        }
        else
        {
            base.Release(claim);
        }
    }

    private protected override void Hold(ResourceClaim claim)
    {
        base.Hold(claim);
        claim.GrantedAt = Simulation.Now;
        _holders.Add(claim, rank: -(long)claim.Priority, turn: -_grants++);
    }

    private protected override void LetGo(ResourceClaim claim)
    {
        base.LetGo(claim);
        _holders.Remove(claim);
    }

    private ResourceClaim? VictimOf(ResourceClaim claim) =>
        InUse == Capacity && claim.MayPreempt && !(NextPriority <= claim.Priority) && _holders.First!.Priority > claim.Priority
            ? _holders.First
            : null;

    private void Preempt(ResourceClaim victim, Process by)
    {
        LetGo(victim);
        victim.IsPreempted = true;
        if (!victim.Process!.HasHappened)
        {
            victim.Process.Interrupt(new Preempted(by, victim.GrantedAt, this));
        }
    }
}
