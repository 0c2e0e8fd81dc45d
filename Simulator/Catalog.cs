using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim;

/// <summary>Every technology and protocol by name; one line each. Readers, schema and <c>explain</c> ask it; models never do.</summary>
public static class Catalog
{
    /// <summary>Technologies that a hop can go over.</summary>
    public static IReadOnlyList<CatalogEntry<Technology>> Technologies { get; } =
    [CatalogEntry<Technology>.Of<LoRaWanEu868, LoRaWanEu868Options>("lorawan-eu868", options => new LoRaWanEu868(options))];

    /// <summary>Protocols that a hop can speak.</summary>
    public static IReadOnlyList<CatalogEntry<Protocol>> Protocols { get; } = [];
}
