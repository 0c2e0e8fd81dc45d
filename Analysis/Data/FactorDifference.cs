namespace M2mVsIoTSim.Analysis.Data;

/// <summary>One factor in which two architectures differ.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="A">Its value in the one.</param>
/// <param name="B">Its value in the other.</param>
public sealed record FactorDifference(string Factor, string A, string B);
