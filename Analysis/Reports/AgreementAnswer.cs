using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Says whether several seeds come to the same verdict on a claim.</summary>
public static class AgreementAnswer
{
    /// <summary>The verdict on the seeds, as one line.</summary>
    public static string Headline(ClaimAgreement agreement)
    {
        var verdicts = agreement.Tests.CountBy(one => one.Test.Overall).Select(one => $"{ClaimAnswer.Word(one.Key)} with {one.Value}");
        return $"{agreement.Claim}: "
            + (
                agreement.IsSameEverywhere ? $"all {agreement.Tests.Count} seeds agree, {ClaimAnswer.Word(agreement.Tests[0].Test.Overall)}"
                : agreement.IsSameOverall
                    ? $"all {agreement.Tests.Count} seeds agree altogether, {ClaimAnswer.Word(agreement.Tests[0].Test.Overall)}, but not at every point"
                : $"{(agreement.IsContradicted ? "seeds contradict each other" : "no seed contradicts another, but not all decide the same")}: {string.Join(", ", verdicts)}"
            )
            + ".";
    }

    /// <summary>How many claims the seeds agree about, as one line.</summary>
    public static string Summary(IReadOnlyList<ClaimAgreement> agreements)
    {
        ArgumentNullException.ThrowIfNull(agreements);
        var agreed = agreements.Count(one => one.IsSameOverall);
        var contradicted = agreements.Count(one => one.IsContradicted);
        return $"Of {agreements.Count} {(agreements.Count == 1 ? "claim" : "claims")} with {agreements[0].Tests.Count} seeds, {agreed} have the same verdict altogether and {agreements.Count - agreed} verdicts that differ; "
            + $"{contradicted} have a point that one seed supports and another refutes.";
    }

    /// <summary>What each seed says, and where they differ.</summary>
    public static IReadOnlyList<string> Details(ClaimAgreement agreement) =>
        [
            .. agreement.Tests.Select(one =>
                $"seed {one.Seed}: {ClaimAnswer.Word(one.Test.Overall)}{(one.Test.Box is { } box ? $"; {BoxAnswer.Share(one.Test, box)}" : "")}; {Effects(one.Test)}"
            ),
            .. agreement.Disputed.Select(one =>
                $"at {(one.Point.Length == 0 ? "its only point" : Readable.Point(one.Point))}: {string.Join(", ", one.Verdicts.Zip(agreement.Tests, (verdict, test) => $"{ClaimAnswer.Word(verdict)} ({test.Seed})"))}"
            ),
        ];

    private static string Effects(ClaimTest test) =>
        string.Join(
            "; ",
            test.Rows.Where(row => row.Difference is not null)
                .Select(row =>
                    $"{(row.Point.Length == 0 ? "" : Readable.Point(row.Point) + " ")}{(test.Condition.Parts.Count == 1 ? "" : $"part {row.Part} ")}{ClaimAnswer.Difference(row, test)}"
                    + (row.EffectSize is { } effect ? $" ({Readable.Significant(effect)} sd)" : "")
                )
                .DefaultIfEmpty("nothing measured")
        );
}
