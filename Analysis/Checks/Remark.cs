namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>A sentence about the results of a comparison.</summary>
/// <param name="Kind">How much weight it has.</param>
/// <param name="Text">The sentence.</param>
public sealed record Remark(RemarkKind Kind, string Text);
