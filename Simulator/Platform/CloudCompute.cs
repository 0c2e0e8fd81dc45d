namespace M2mVsIoTSim.Platform;

/// <summary>A computer in a data centre that works on each message.</summary>
/// <remarks>
/// Modelled: a queueing station (<see cref="ServiceStation"/>) of cores, whose work on a message takes its instructions by their speed. How far away
/// it is, is the affair of its hops. Left out: memory, virtual machines that start or move, other tenants. Source: <see cref="CloudComputeOptions"/>.
/// Validated in <c>Tests/Platform/ServiceStationTheoryTests</c> and <c>PlatformStageTests</c>.
/// </remarks>
public sealed class CloudCompute(CloudComputeOptions options) : PlatformKind("cloud-compute", Role)
{
    private static readonly PlatformTraits Role = new(
        false,
        false,
        OneM2mRole.In,
        "service support and application support layer",
        SiteClass.Region
    );

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan) =>
        options.Install(plan, Units.Duration.FromSeconds(options.Instructions / options.Speed), "core");
}
