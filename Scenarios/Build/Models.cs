using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>The models that a scenario can name: those of the program, or more.</summary>
/// <param name="Technologies">What a hop can go over.</param>
/// <param name="Protocols">What a hop can speak.</param>
/// <param name="Platforms">What a tier or a party can be.</param>
public sealed record Models(
    IReadOnlyList<CatalogEntry<Technology>> Technologies,
    IReadOnlyList<CatalogEntry<Protocol>> Protocols,
    IReadOnlyList<CatalogEntry<PlatformKind>> Platforms
)
{
    /// <summary>The catalogue of the program.</summary>
    public static Models Shipped { get; } = new(Catalog.Technologies, Catalog.Protocols, Catalog.Platforms);

    /// <summary>The types of all models.</summary>
    internal IEnumerable<Type> Types =>
        Technologies.Select(entry => entry.Model).Concat(Protocols.Select(entry => entry.Model)).Concat(Platforms.Select(e => e.Model));
}
