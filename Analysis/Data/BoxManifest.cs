namespace M2mVsIoTSim.Analysis.Data;

/// <summary>The plausible ranges of a comparison's uncertain inputs, and where they were sampled.</summary>
/// <param name="At">The point of the comparison around which the inputs vary, as in <see cref="DesignPoint"/>.</param>
/// <param name="Inputs">The inputs with their ranges, in the order of the file.</param>
public sealed record BoxManifest(string At, IReadOnlyList<UncertainInput> Inputs);
