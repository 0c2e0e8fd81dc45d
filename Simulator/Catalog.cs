using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim;

/// <summary>Every technology and protocol by name; one line each. Readers, schema and <c>explain</c> ask it; models never do.</summary>
public static class Catalog
{
    /// <summary>Technologies that a hop can go over.</summary>
    public static IReadOnlyList<CatalogEntry<Technology>> Technologies { get; } = [];

    /// <summary>Protocols that a hop can speak.</summary>
    public static IReadOnlyList<CatalogEntry<Protocol>> Protocols { get; } = [];

    /// <summary>What a tier or a party can be.</summary>
    public static IReadOnlyList<CatalogEntry<PlatformKind>> Platforms { get; } =
    [
        CatalogEntry<PlatformKind>.Of<Broker, BrokerOptions>("broker", options => new(options)),
        CatalogEntry<PlatformKind>.Of<HeadEnd, HeadEndOptions>("head-end", options => new(options)),
        CatalogEntry<PlatformKind>.Of<Concentrator, ConcentratorOptions>("concentrator", options => new(options)),
        CatalogEntry<PlatformKind>.Of<NetworkServer, NetworkServerOptions>("network-server", options => new(options)),
        CatalogEntry<PlatformKind>.Of<Server, ServerOptions>("server", options => new(options)),
        CatalogEntry<PlatformKind>.Of<Application, ApplicationOptions>("application", options => new(options)),
        CatalogEntry<PlatformKind>.Of<Controller, ControllerOptions>("controller", options => new(options)),
        CatalogEntry<PlatformKind>.Of<Person, PersonOptions>("person", options => new(options)),
    ];
}
