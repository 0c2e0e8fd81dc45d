namespace M2mVsIoTSim.Platform;

/// <summary>A computer near the devices that works on each message.</summary>
/// <remarks>
/// Modelled: a queueing station (<see cref="ServiceStation"/>) of cores, whose work on a message takes its instructions by their speed. How far away
/// it is, is the affair of its hops. Left out: memory, virtual machines that start or move, other tenants. Source: <see cref="EdgeComputeOptions"/>.
/// Validated in <c>Tests/Platform/ServiceStationTheoryTests</c> and <c>PlatformStageTests</c>.
/// </remarks>
public sealed class EdgeCompute(EdgeComputeOptions options) : PlatformKind("edge-compute", Role)
{
    private static readonly PlatformTraits Role = new(false, false, OneM2mRole.Mn, "gateway", SiteClass.Edge);

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan) =>
        options.Install(plan, Units.Duration.FromSeconds(options.Instructions / options.Speed), "core");
}
