namespace M2mVsIoTSim.Platform;

/// <summary>A server, without processing time unless a scenario gives it one.</summary>
/// <remarks>
/// Modelled: nothing, or a queueing station (<see cref="ServiceStation"/>) once work on a message is given. Left out: memory, storage and
/// what the program does with the message. Validated in
/// <c>Tests/Platform/ServiceStationTheoryTests</c>.
/// </remarks>
public sealed class Server(ServerOptions options) : PlatformKind("server", Role)
{
    private static readonly PlatformTraits Role = new(false, false, OneM2mRole.In, "application layer", SiteClass.Region);

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan) => options.Install(plan, options.Service, "server core");
}
