using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Platform;

/// <summary>A collector close to its devices that translates and passes on what they report.</summary>
/// <remarks>
/// Modelled: a constant current from the mains, and a queueing station (<see cref="ServiceStation"/>) with the processor of a gateway. Left out: aggregation (an aggregate
/// is a new message) and storage over outages. Validated in <c>Tests/Platform/ServiceStationTheoryTests</c>.
/// </remarks>
public sealed class Concentrator(ConcentratorOptions options) : PlatformKind("concentrator", Role)
{
    private static readonly PlatformTraits Role = new(false, true, OneM2mRole.Mn, "gateway", SiteClass.DeviceSite);

    /// <inheritdoc/>
    public override string Enrolment => "an entry in its list of devices";

    /// <inheritdoc/>
    public override PowerProfile Power { get; } = new("concentrator", 5, [new PowerState("always on", options.IdleCurrent)]);

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan) =>
        Dimensioning.Station(
            plan,
            ServiceTime.Of(options.Shape, options.Service, options.Variation),
            options.Servers,
            options.Queue,
            options.CopyShare,
            "gateway core"
        );
}
