using System.Text.Json.Serialization;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>What a result folder holds and how it came about: <c>manifest.json</c>. Nothing in it differs between machines.</summary>
/// <param name="Study">The study's name: the stem of its file.</param>
/// <param name="Seed">The seed of all random numbers.</param>
/// <param name="Replications">Replications asked for [1].</param>
/// <param name="Quick">Whether this is a shortened run that shows the way and proves nothing.</param>
/// <param name="ToolVersion">Version of the program.</param>
/// <param name="ScenarioHash">Hash of what the file says, defaults filled in, whatever of it was run.</param>
/// <param name="ScenarioText">The effective scenario as it was run, defaults filled in.</param>
/// <param name="Comparisons">The comparisons, in the order of the file.</param>
/// <param name="Cases">The cases and the digests of their results.</param>
public sealed record StudyManifest(
    string Study,
    ulong Seed,
    int Replications,
    bool Quick,
    string ToolVersion,
    string ScenarioHash,
    string ScenarioText,
    IReadOnlyList<ComparisonManifest> Comparisons,
    IReadOnlyList<CaseDigest> Cases
)
{
    /// <summary>The claims on these comparisons as they stood before the run, in the order of the file.</summary>
    public IReadOnlyList<ClaimManifest> Claims { get; init; } = [];

    /// <summary>What was run beside the comparisons without being points of their questions; null where nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DerivedManifest>? Derived { get; init; }

    /// <summary>What is said, statement by statement, in the order of the file; also what these comparisons do not test.</summary>
    public IReadOnlyList<StatementManifest> Article { get; init; } = [];
}
