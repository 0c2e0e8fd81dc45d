namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>The interval of a mean.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="FromCount">Whether it comes from a count of arrivals, because all replications gave the same share.</param>
public sealed record Bounds(double Low, double High, bool FromCount);
