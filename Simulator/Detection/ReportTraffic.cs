using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Detection;

/// <summary>Reports of what devices measure: the mean of the samples since the last report, sent with the last of them.</summary>
/// <remarks>What a report says follows from its number (<see cref="Signal"/>), so messages carry no values; who receives it reads them.</remarks>
public sealed class ReportTraffic : FleetTraffic
{
    private readonly Signal _signal;
    private readonly int _samples;

    /// <inheritdoc cref="FleetTraffic(Simulation, IReadOnlyList{Node}, Branch, SimTime, int)"/>
    /// <param name="simulation">The clock.</param>
    /// <param name="members">The devices.</param>
    /// <param name="root">The tree of the reports.</param>
    /// <param name="signal">What is measured.</param>
    /// <param name="samples">Samples of a report, at least 1 [1].</param>
    /// <param name="until">No report is sent at or after this point.</param>
    public ReportTraffic(Simulation simulation, IReadOnlyList<Node> members, Branch root, Signal signal, int samples, SimTime until)
        : base(simulation, members, root, until, targets: 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        (_signal, _samples) = (signal, samples);
    }

    /// <inheritdoc/>
    protected override SimTime TimeOf(Entity member, int serial) =>
        SimTime.Start + _signal.Every * ((serial + 1L) * _samples - 1) + _signal.PhaseOf(member.Number);
}
