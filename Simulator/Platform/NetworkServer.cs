namespace M2mVsIoTSim.Platform;

/// <summary>The server at which the sessions of an LPWAN end.</summary>
/// <remarks>
/// Modelled: a queueing station (<see cref="ServiceStation"/>). It serves the radio, not the data: it does not decouple producers
/// from consumers. Left out: join server, device management. Validated in <c>Tests/Platform/ServiceStationTheoryTests</c>.
/// </remarks>
public sealed class NetworkServer(NetworkServerOptions options) : PlatformKind("network-server", Role)
{
    private static readonly PlatformTraits Role = new(false, false, OneM2mRole.None, "network layer", SiteClass.Region);

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan) => options.Install(plan, options.Service, "server core");
}
