namespace M2mVsIoTSim.Analysis.Data;

/// <summary>A claim as it stood before the run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Quote">The statement as somebody made it; null where nobody is quoted.</param>
/// <param name="Source">Who made it; null where it is ours.</param>
/// <param name="Comparison">The comparison that tests it.</param>
/// <param name="HoldsIf">When it holds.</param>
/// <param name="Margin">The least difference that matters, in the metric's unit.</param>
/// <param name="Hash">Of all of it: whoever changes a claim after the fact changes this.</param>
public sealed record ClaimManifest(
    string Name,
    string? Quote,
    string? Source,
    string Comparison,
    string HoldsIf,
    double Margin,
    string Hash
);
