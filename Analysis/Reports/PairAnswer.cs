namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>What the comparison of two architectures shows, in words.</summary>
/// <param name="A">One architecture.</param>
/// <param name="B">The other architecture.</param>
/// <param name="Lead">In what they differ, and whether that can be named as the cause.</param>
/// <param name="Findings">A sentence per key metric.</param>
public sealed record PairAnswer(string A, string B, string Lead, IReadOnlyList<string> Findings);
