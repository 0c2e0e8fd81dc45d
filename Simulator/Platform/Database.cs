namespace M2mVsIoTSim.Platform;

/// <summary>A database on the way: what goes on from it has been stored.</summary>
/// <remarks>
/// Modelled: a queueing station (<see cref="ServiceStation"/>) of commits side by side. Left out: batches, which carry 100 000 rows/s and more but let
/// the first row wait for the last, indices, queries, storage that fills. Source: <see cref="DatabaseOptions"/>. Validated in
/// <c>Tests/Platform/ServiceStationTheoryTests</c> and <c>PlatformStageTests</c>.
/// </remarks>
public sealed class Database(DatabaseOptions options) : PlatformKind("database", Role)
{
    private static readonly PlatformTraits Role = new(
        false,
        false,
        OneM2mRole.In,
        "service support and application support layer",
        SiteClass.Region
    );

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan) => options.Install(plan, options.Service, "connection");
}
