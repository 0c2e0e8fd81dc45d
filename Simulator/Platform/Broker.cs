namespace M2mVsIoTSim.Platform;

/// <summary>A publish/subscribe broker: takes each message once and delivers a copy to every subscriber.</summary>
/// <remarks>
/// Modelled: a queueing station (<see cref="ServiceStation"/>) whose work grows with the number of copies. Left out: retained
/// messages, persistence, wildcard matching, the cost of connections and of TLS, times that are not the
/// processor's (batches, schedulers, sockets): without load a real broker takes some tenths of a millisecond more, and near its capacity far more. Sources: EMQ 2023 broker benchmark, see
/// <see cref="BrokerOptions"/>. Validated in <c>m2miot validate brokers</c>, <c>Tests/Platform/ServiceStationTheoryTests</c> and <c>PlatformKindTests</c>.
/// </remarks>
public sealed class Broker(BrokerOptions options, string name = "broker") : PlatformKind(name, Role)
{
    private static readonly PlatformTraits Role = new(
        true,
        false,
        OneM2mRole.In,
        "service support and application support layer",
        SiteClass.Region
    );

    /// <inheritdoc/>
    public override string Enrolment => "an entry with the rights to its topics";

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan) =>
        Dimensioning.Station(
            plan,
            ServiceTime.Of(options.Shape, options.Service, options.Variation),
            options.Servers,
            options.Queue,
            options.CopyShare,
            "server core",
            counts: true
        );
}
