namespace M2mVsIoTSim.Analysis.Data;

/// <summary>A factor that is swept.</summary>
/// <param name="Name">The factor, as in <see cref="DesignPoint"/>.</param>
/// <param name="Values">Its values in the order of the file.</param>
public sealed record FactorManifest(string Name, IReadOnlyList<string> Values);
