namespace M2mVsIoTSim.Analysis.Data;

/// <summary>One of the compared architectures.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Family"><c>m2m</c>, <c>iot</c> or <c>hybrid</c>.</param>
/// <param name="Description">What it is, in a sentence.</param>
/// <param name="Unmetered">What draws energy that is not counted, in words; null or empty where nothing does.</param>
/// <param name="Uncounted">What is on the way but not among its components and single points of failure; null or empty where nothing is.</param>
public sealed record ArchitectureManifest(
    string Name,
    string Family,
    string Description,
    IReadOnlyList<string>? Unmetered = null,
    IReadOnlyList<string>? Uncounted = null
)
{
    /// <summary>What is there and not part of the bill by itself, with the reasons, in words; null or empty where nothing is.</summary>
    public IReadOnlyList<string>? Unbilled { get; init; }
}
