namespace M2mVsIoTSim.Analysis.Data;

/// <summary>What changes within an architecture between two values of what is swept.</summary>
/// <param name="Factor">What is swept.</param>
/// <param name="From">Its first value.</param>
/// <param name="To">Another value.</param>
/// <param name="Changes">The factors and options in which the two differ, with their values at both; several where other factors or architectures have several.</param>
/// <param name="Equal">What stays equal although another radio is used, with its value.</param>
public sealed record SweepManifest(
    string Factor,
    string From,
    string To,
    IReadOnlyList<FactorDifference> Changes,
    IReadOnlyList<string> Equal
);
