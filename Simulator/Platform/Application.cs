namespace M2mVsIoTSim.Platform;

/// <summary>An application: consumes messages, produces commands.</summary>
/// <remarks>
/// Modelled: nothing, or a queueing station (<see cref="ServiceStation"/>) once work on a message is given. Left out: memory, storage and
/// what the program does with the message. Validated in
/// <c>Tests/Platform/ServiceStationTheoryTests</c>.
/// </remarks>
public sealed class Application(ApplicationOptions options) : PlatformKind("application", Role)
{
    private static readonly PlatformTraits Role = new(false, false, OneM2mRole.Adn, "application layer", SiteClass.Utility);

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan) => options.Install(plan, options.Service, "server core");
}
