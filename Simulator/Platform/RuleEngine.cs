namespace M2mVsIoTSim.Platform;

/// <summary>A rule engine: looks at each message and decides what follows from it.</summary>
/// <remarks>
/// Modelled: a queueing station (<see cref="ServiceStation"/>). Left out: what the rules say, their state, actions that fail. Source:
/// <see cref="RuleEngineOptions"/>. Validated in <c>Tests/Platform/ServiceStationTheoryTests</c> and <c>PlatformStageTests</c>.
/// </remarks>
public sealed class RuleEngine(RuleEngineOptions options) : PlatformKind("rule-engine", Role)
{
    private static readonly PlatformTraits Role = new(
        false,
        false,
        OneM2mRole.In,
        "service support and application support layer",
        SiteClass.Region
    );

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan) => options.Install(plan, options.Service, "server core");
}
