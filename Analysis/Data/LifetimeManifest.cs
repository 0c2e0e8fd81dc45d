namespace M2mVsIoTSim.Analysis.Data;

/// <summary>How long the batteries of a party have to last.</summary>
/// <param name="Party">The party's name.</param>
/// <param name="Years">The least battery life of its 5th-percentile device [a], above 0.</param>
public sealed record LifetimeManifest(string Party, double Years);
