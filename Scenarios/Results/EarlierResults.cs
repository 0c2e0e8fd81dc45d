using System.Globalization;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Scenarios.Results;

/// <summary>What a result folder already holds of a study: comparisons that stay while others are run.</summary>
/// <param name="Cases">All cases of the comparisons that are still valid.</param>
/// <param name="Outdated">Comparisons of which a case is missing, or was made from another text or by another version of the program.</param>
public sealed record EarlierResults(IReadOnlyList<CaseResult> Cases, IReadOnlyList<string> Outdated)
{
    /// <summary>A folder without results.</summary>
    public static EarlierResults None { get; } = new([], []);

    /// <summary>What is another than in the results that are there, in words; null if the study is the same.</summary>
    /// <remarks>Another text is no conflict: who edits a file and runs it again wants the cases that it does not touch.</remarks>
    public static string? Conflict(StudyManifest there, Study study)
    {
        List<string> differences = [];
        if (there.Seed != study.Seed)
        {
            differences.Add($"of seed {there.Seed}, not {study.Seed}");
        }

        if (there.Quick != study.Request.Quick)
        {
            differences.Add(there.Quick ? "of a quick run, not of a full one" : "of a full run, not of a quick one");
        }

        return differences.Count == 0 ? null : string.Join(", and ", differences);
    }

    /// <summary>Finds the cases of a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="there">Its manifest.</param>
    /// <param name="study">The same study, with the comparisons of the manifest that it still has.</param>
    public static EarlierResults Read(string directory, StudyManifest there, Study study)
    {
        var store = new CaseStore(directory);
        var cells = study.AllCells.ToDictionary(cell => cell.Id, StringComparer.Ordinal);
        List<CaseResult> cases = [];
        List<string> outdated = [];
        foreach (var name in there.Comparisons.Select(one => one.Name).Concat(there.Derived?.Select(one => one.Name) ?? []))
        {
            var found = there
                .Cases.Where(one => one.Id.StartsWith($"{name}/", StringComparison.Ordinal))
                .Select(one => Find(one, store, cells, study))
                .ToList();
            if (found.All(result => result is not null))
            {
                cases.AddRange(found.OfType<CaseResult>());
            }
            else
            {
                outdated.Add(name);
            }
        }

        return new EarlierResults(cases, outdated);
    }

    /// <summary>Cases of the folder and of a run; where both have a comparison, those of the run.</summary>
    public IReadOnlyList<CaseResult> With(IReadOnlyList<CaseResult> cases)
    {
        var again = cases.Select(ComparisonOf).ToHashSet(StringComparer.Ordinal);
        return [.. Cases.Where(result => !again.Contains(ComparisonOf(result))), .. cases];
    }

    private static string ComparisonOf(CaseResult result) => result.Id[..result.Id.IndexOf('/', StringComparison.Ordinal)];

    private static CaseResult? Find(CaseDigest digest, CaseStore store, Dictionary<string, Cell> cells, Study study)
    {
        var at = digest.Id.LastIndexOf("/r", StringComparison.Ordinal);
        return
            at > 0
            && int.TryParse(digest.Id[(at + 2)..], CultureInfo.InvariantCulture, out var replication)
            && cells.TryGetValue(digest.Id[..at], out var cell)
            && store.Find(digest.Id, study.KeyOf(cell, replication)) is { } found
            && found.Digest == digest.Digest
            ? found
            : null;
    }
}
