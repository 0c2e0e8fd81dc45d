namespace M2mVsIoTSim.Analysis.Data;

/// <summary>One of the compared architectures.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Family"><c>m2m</c>, <c>iot</c> or <c>hybrid</c>.</param>
/// <param name="Description">What it is, in a sentence.</param>
public sealed record ArchitectureManifest(string Name, string Family, string Description);
