namespace M2mVsIoTSim.Analysis.Data;

/// <summary>A figure that the results rest on.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value, written for a reader.</param>
/// <param name="Unit">Its unit, or empty.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Mark"><c>confirmed</c>, <c>derived</c> or <c>from-memory</c>.</param>
public sealed record AssumptionManifest(string Name, string Value, string Unit, string Source, string Mark);
