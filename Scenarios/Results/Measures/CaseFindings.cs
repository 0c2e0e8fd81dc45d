using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Scenarios.Results.Measures;

/// <summary>What is known of a case when it is over.</summary>
/// <param name="Cell">What was run.</param>
/// <param name="Study">The study that it belongs to.</param>
/// <param name="Replication">Counted from 1.</param>
/// <param name="Network">What was built.</param>
/// <param name="Probes">What was seen.</param>
/// <param name="Energy">What each fleet drew in the measured time.</param>
/// <param name="Usages">How busy media and servers were.</param>
/// <param name="Messages">How many messages of each relation each equipment handled in the measured time.</param>
internal sealed record CaseFindings(
    Cell Cell,
    Study Study,
    int Replication,
    BuiltNetwork Network,
    CaseProbes Probes,
    IReadOnlyList<(TierPlan Tier, FleetEnergy Energy)> Energy,
    IReadOnlyList<Usage> Usages,
    IReadOnlyList<HandledMessages> Messages
)
{
    private const double SecondsPerDay = 86400;

    /// <summary>Measured time [d].</summary>
    public double Days => Cell.Times.Measurement.TotalSeconds / SecondsPerDay;

    /// <summary>Members of all fleets of the job [1].</summary>
    public int Devices => Energy.Where(fleet => fleet.Tier.Party is not null).Sum(fleet => fleet.Tier.Count);

    /// <summary>Octets of content that arrived [B].</summary>
    public double UsefulBytes =>
        Probes.Deliveries.Relations.Sum(relation =>
            Enumerable.Range(0, relation.Consumers.Count).Sum(consumer => Probes.Deliveries.Of(relation, consumer).Delivered)
            * (relation.Content.Bits / 8.0)
        );
}
