namespace M2mVsIoTSim.Platform;

/// <summary>A server that belongs to one application: its devices report to it, it serves its own consumers.</summary>
/// <remarks>
/// Modelled: a queueing station (<see cref="ServiceStation"/>) like a broker's, so that mediation alone differs. Left out: data
/// bases and billing. Validated in <c>Tests/Platform/ServiceStationTheoryTests</c>.
/// </remarks>
public sealed class HeadEnd(HeadEndOptions options) : PlatformKind("head-end", Role)
{
    private static readonly PlatformTraits Role = new(false, false, OneM2mRole.In, "application layer of one service", SiteClass.Utility);

    /// <inheritdoc/>
    public override string Enrolment => "an entry in its list of devices";

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan) =>
        Dimensioning.Station(
            plan,
            ServiceTime.Of(options.Shape, options.Service, options.Variation),
            options.Servers,
            options.Queue,
            options.CopyShare,
            "server core"
        );
}
