namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>What a condition asks the results for, times a number.</summary>
/// <param name="Factor">The number, with its sign [1].</param>
/// <param name="Metric">A name of the table of metrics.</param>
/// <param name="Architecture">In which it was measured.</param>
/// <param name="About">The relation or party; empty for the whole architecture.</param>
/// <param name="At">Factors that are held at a value here; the others run through all their values.</param>
public sealed record ClaimTerm(
    double Factor,
    string Metric,
    string Architecture,
    string About,
    IReadOnlyList<(string Factor, string Value)> At
);
