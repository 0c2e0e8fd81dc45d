using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>What became of one claim in results of the same scenario with different seeds.</summary>
/// <param name="Claim">The claim's name.</param>
/// <param name="Tests">The claim put to the test with each seed, in the order of the folders.</param>
public sealed record ClaimAgreement(string Claim, IReadOnlyList<(ulong Seed, ClaimTest Test)> Tests)
{
    /// <summary>Whether the verdict is the same with each seed at every point.</summary>
    public bool IsSameEverywhere => Disputed.Count == 0;

    /// <summary>Whether the verdict altogether is the same with each seed.</summary>
    public bool IsSameOverall => Tests.Select(one => one.Test.Overall).Distinct().Count() == 1;

    /// <summary>Whether one seed supports at some point what another refutes there; that one seed decides what another leaves open is no contradiction.</summary>
    public bool IsContradicted =>
        Disputed.Any(one => one.Verdicts.Contains(ClaimVerdict.Supported) && one.Verdicts.Contains(ClaimVerdict.Refuted));

    /// <summary>Points at which the verdicts differ, with the verdict of each seed.</summary>
    public IReadOnlyList<(string Point, IReadOnlyList<ClaimVerdict> Verdicts)> Disputed =>
        [
            .. Tests[0]
                .Test.Points.Select(point => (point, Verdicts: (IReadOnlyList<ClaimVerdict>)[.. Tests.Select(one => one.Test.At(point))]))
                .Where(one => one.Verdicts.Distinct().Count() > 1),
        ];

    /// <summary>Holds the claims of several result folders against each other.</summary>
    /// <param name="folders">At least two, of one scenario, each with a seed of its own.</param>
    /// <exception cref="ArgumentException">There are fewer than two, they are of different scenarios, lengths or claims, or two have the same seed.</exception>
    public static IReadOnlyList<ClaimAgreement> Of(IReadOnlyList<ResultFolder> folders)
    {
        if (folders.Count < 2)
            throw new ArgumentException($"{folders.Count} folder cannot agree; name at least two.", nameof(folders));
        var first = folders[0];
        foreach (var (i, folder) in folders.Index().Skip(1))
        {
            if (folder.Manifest.Study != first.Manifest.Study || folder.Manifest.Quick != first.Manifest.Quick)
            {
                throw new ArgumentException(
                    $"{folder.Path} holds {Kind(folder)}, {first.Path} {Kind(first)}; seeds are compared within one scenario and length.",
                    nameof(folders)
                );
            }
            if (folders.Take(i).FirstOrDefault(other => other.Manifest.Seed == folder.Manifest.Seed) is { } twin)
            {
                throw new ArgumentException(
                    $"{folder.Path} and {twin.Path} both have seed {folder.Manifest.Seed}; run one of them with another, such as --seed {folder.Manifest.Seed + 1}.",
                    nameof(folders)
                );
            }
            foreach (var claim in folder.Manifest.Claims)
            {
                if (first.Manifest.Claims.FirstOrDefault(one => one.Name == claim.Name) is { } known && known.Hash != claim.Hash)
                    throw new ArgumentException(
                        $"{folder.Path} and {first.Path} hold different texts of the claim '{claim.Name}'; run them from one file.",
                        nameof(folders)
                    );
            }
        }

        string[] common =
        [
            .. first
                .Manifest.Claims.Select(claim => claim.Name)
                .Where(name => folders.All(folder => folder.Manifest.Claims.Any(claim => claim.Name == name))),
        ];
        return common.Length == 0
            ? throw new ArgumentException($"{first.Path} has no claim that all the other folders have.", nameof(folders))
            :
            [
                .. common.Select(name => new ClaimAgreement(
                    name,
                    [.. folders.Select(folder => (folder.Manifest.Seed, TestOf(folder, name)))]
                )),
            ];
    }

    private static string Kind(ResultFolder folder) => $"study '{folder.Manifest.Study}'{(folder.Manifest.Quick ? " (quick)" : "")}";

    private static ClaimTest TestOf(ResultFolder folder, string name)
    {
        var claim = folder.Manifest.Claims.First(one => one.Name == name);
        return ClaimTest.Of(ComparisonResults.Of(folder, claim.Comparison), claim);
    }
}
