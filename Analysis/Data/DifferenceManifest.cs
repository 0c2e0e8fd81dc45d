namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Everything in which two compared architectures differ.</summary>
/// <param name="A">One architecture.</param>
/// <param name="B">The other architecture.</param>
/// <param name="Factors">The factors with their values on both sides.</param>
public sealed record DifferenceManifest(string A, string B, IReadOnlyList<FactorDifference> Factors);
