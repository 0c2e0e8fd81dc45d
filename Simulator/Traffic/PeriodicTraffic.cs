using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Traffic;

/// <summary>A message every period: member by member on a grid of its own, whose phase is uniform in the period.</summary>
/// <remarks>
/// With jitter a message is late by a uniform part of it; the grid does not drift. Left out: drift of clocks. Validated in
/// <c>Tests/Traffic/PeriodicTrafficTests</c>.
/// </remarks>
public sealed class PeriodicTraffic : FleetTraffic
{
    private readonly Duration _period;
    private readonly Duration _jitter;
    private readonly Purpose _phase;
    private readonly Purpose _late;

    /// <inheritdoc cref="FleetTraffic(Simulation, IReadOnlyList{Node}, Branch, SimTime, int)"/>
    /// <param name="simulation">The clock.</param>
    /// <param name="members">The producers.</param>
    /// <param name="root">The tree of the relation.</param>
    /// <param name="period">Time between two messages of a member, at least 1 ns.</param>
    /// <param name="until">No message is produced at or after this point.</param>
    /// <param name="jitter">Messages are late by up to this; at most the period.</param>
    /// <param name="targets">Members of the consuming party, at least 1; each message is for one of them, drawn uniformly [1].</param>
    public PeriodicTraffic(
        Simulation simulation,
        IReadOnlyList<Node> members,
        Branch root,
        Duration period,
        SimTime until,
        Duration jitter = default,
        int targets = 1
    )
        : base(simulation, members, root, until, targets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period.Nanoseconds, 1, nameof(period));
        if (jitter < Duration.Zero || jitter > period)
        {
            throw new ArgumentOutOfRangeException(nameof(jitter), jitter, $"Jitter lies between zero and the period of {period}.");
        }

        (_period, _jitter, _phase, _late) = (period, jitter, PurposeOf("phase"), PurposeOf("jitter"));
    }

    /// <inheritdoc/>
    protected override SimTime TimeOf(Entity member, int serial)
    {
        var phase = Simulation.Random.Draw(member, _phase);
        var grid = SimTime.Start + Part(_period, phase.Uniform()) + _period * (long)serial;
        if (_jitter == Duration.Zero)
        {
            return grid;
        }

        var late = Simulation.Random.Draw(member, _late, serial);
        return grid + Part(_jitter, late.Uniform());
    }

    private static Duration Part(Duration whole, double share) => new((long)(whole.Nanoseconds * share));
}
