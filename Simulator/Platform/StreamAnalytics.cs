namespace M2mVsIoTSim.Platform;

/// <summary>A stream processor: works on messages one by one as they come.</summary>
/// <remarks>
/// Modelled: a queueing station (<see cref="ServiceStation"/>) of parallel workers. Left out: windows and micro-batches, which add up to their
/// length (1 to 5 s in Spark Streaming), checkpoints, shuffling between workers. Source: <see cref="StreamAnalyticsOptions"/>. Validated in
/// <c>Tests/Platform/ServiceStationTheoryTests</c> and <c>PlatformStageTests</c>.
/// </remarks>
public sealed class StreamAnalytics(StreamAnalyticsOptions options) : PlatformKind("stream-analytics", Role)
{
    private static readonly PlatformTraits Role = new(
        false,
        false,
        OneM2mRole.In,
        "service support and application support layer",
        SiteClass.Region
    );

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan) => options.Install(plan, options.Service, "worker");
}
