using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Runs every check.</summary>
public static class AllChecks
{
    private static readonly ICheck[] Checks =
    [
        new QuickRunCheck(),
        new DomainCheck(),
        new ReplicationCheck(),
        new WarmUpCheck(),
        new RequirementCheck(),
        new PrecisionCheck(),
        new NoVarianceCheck(),
        new PairingCheck(),
        new RareTransmissionCheck(),
        new SurvivorCheck(),
        new FalseAlarmCheck(),
        new SleepingReceiverCheck(),
        new UnbilledCheck(),
    ];

    /// <summary>All remarks on a comparison, warnings first.</summary>
    public static IReadOnlyList<Remark> Of(ComparisonResults results) =>
        [.. Checks.SelectMany(check => check.Of(results)).OrderByDescending(remark => remark.Kind)];
}
