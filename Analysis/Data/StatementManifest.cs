namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Something that is said of M2M and IoT, with what puts it to the test.</summary>
/// <param name="Says">What is said.</param>
/// <param name="Section">The heading under which it is said; null for none.</param>
/// <param name="Claims">The claims that test it, also those that were not run.</param>
/// <param name="Comparison">A comparison that shows what there is to say; null for none.</param>
/// <param name="NotTested">Why nothing tests it; null where something does.</param>
public sealed record StatementManifest(string Says, string? Section, IReadOnlyList<string> Claims, string? Comparison, string? NotTested)
{
    /// <summary>Claims to be read beside it, which speak neither for nor against it, also those that were not run.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];
}
