using System.Text;
using M2mVsIoTSim.Analysis.Checks;
using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Tables as plain text, for a terminal.</summary>
public static class Tables
{
    /// <summary>How to read a cell of the table.</summary>
    public static string Legend(ComparisonResults results) =>
        $"Means over {Replications(results)} with [95 % interval], cut off at what is possible{Indicative(results)}. "
        + "‡ all replications gave the same share: the interval is that of the arrivals of all of them together, as if each were independent (devices that share luck make it too narrow), and so is the ✓ or ✗ beside it. † a share of fewer than 30 arrivals (reactions, faults) that were due in all replications together: too few to lean on, and not compared. No brackets: no spread, or less than the last digit shows. "
        + "✓ requirement met, ✗ missed, ? cannot be told: the interval holds the requirement; too few messages were due (run longer) or too few replications made.";

    /// <summary>How many replications the results rest on.</summary>
    internal static string Replications(ComparisonResults results) =>
        Counts(results) switch
        {
            [] => "no replications",
            [1] => "1 replication",
            [var only] => $"{only} replications",
            [var fewest, .., var most] => $"{fewest} to {most} replications",
        };

    /// <summary>The spread of a handful of values is itself a guess.</summary>
    internal static string Indicative(ComparisonResults results) =>
        Counts(results) is [var fewest, ..] && fewest < FewestReplications ? " (indicative only: fewer than five replications)" : "";

    private const int FewestReplications = 5;

    private static int[] Counts(ComparisonResults results) =>
        [
            .. results
                .Runs.GroupBy(run => (run.Architecture, run.Point))
                .Select(cell => cell.Select(run => run.Replication).Distinct().Count())
                .Distinct()
                .Order(),
        ];

    /// <summary>The headline table of a comparison of a result folder.</summary>
    /// <exception cref="ResultFormatException">A file of the folder is missing or cannot be read.</exception>
    /// <exception cref="ArgumentException">The folder has no such comparison.</exception>
    public static string Headline(string directory, string comparison) =>
        Headline(ComparisonResults.Of(ResultFolder.Read(directory), comparison));

    /// <summary>The headline table of a comparison: its question, a row per point and architecture, and the answer.</summary>
    public static string Headline(ComparisonResults results)
    {
        var table = HeadlineTable.Of(results, results.Points);
        var text = new StringBuilder();
        text.Append(results.Comparison.Name).Append(": ").Append(results.Comparison.Question).Append('\n');
        if (results.Study.Quick)
            text.Append($"Quick run: shows the way, proves nothing. {Wording.Ran(results)}".TrimEnd()).Append('\n');
        text.Append('\n').Append(Align(table)).Append('\n').Append(Legend(results)).Append('\n');
        var requirements = RequirementAnswer.Sentences(results);
        if (requirements.Count > 0)
        {
            foreach (var line in RequirementAnswer.Summaries(results))
                text.Append(line).Append('\n');
            text.Append(RequirementAnswer.Scope).Append('\n');
        }
        foreach (var sentence in requirements)
            text.Append("- ").Append(sentence).Append('\n');
        foreach (var pair in Answer.Of(results))
        {
            text.Append('\n').Append(pair.Lead).Append('\n');
            foreach (var sentence in pair.Findings)
                text.Append("- ").Append(sentence).Append('\n');
        }
        string[] more = [.. BreakEven.Sentences(results), .. SharingAnswer.Sentences(results)];
        if (more.Length > 0)
            text.Append('\n').AppendJoin("", more.Select(sentence => $"- {sentence}\n"));
        AppendWhy(text, results);
        AppendClaims(text, results);
        AppendRemarks(text, results);
        return text.ToString();
    }

    /// <summary>A comparison in a few lines: its question, what meets its requirements, and the claims; the report and the tables have the rest.</summary>
    public static string Brief(ComparisonResults results)
    {
        var text = new StringBuilder();
        text.Append(results.Comparison.Name).Append(": ").Append(results.Comparison.Question).Append('\n');
        IReadOnlyList<string> summaries = RequirementAnswer.Sentences(results).Count > 0 ? RequirementAnswer.Summaries(results) : [];
        foreach (var line in summaries.Count > 0 ? summaries : [.. Answer.Of(results).Select(pair => pair.Lead)])
            text.Append("- ").Append(line).Append('\n');
        foreach (var test in ClaimTest.Of(results))
            text.Append("- claim ").Append(ClaimAnswer.Headline(results, test)).Append('\n');
        var warnings = AllChecks.Of(results).Count(remark => remark.Kind == RemarkKind.Warning);
        if (warnings > 0)
            text.Append($"! {warnings} {(warnings == 1 ? "warning" : "warnings")} in the report, to be read before this is believed\n");
        return text.ToString();
    }

    /// <summary>The first key metric of each gap; the report and the table of shares tell all.</summary>
    private static void AppendWhy(StringBuilder text, ComparisonResults results)
    {
        var answers = ShareAnswer.Of(results);
        if (answers.Count > 0)
            text.Append("\nWhy it won (the report and shares.csv tell the other figures):\n");
        foreach (var (lead, sentences) in answers)
            text.Append(lead).Append("\n- ").Append(sentences[0]).Append('\n');
    }

    private static void AppendClaims(StringBuilder text, ComparisonResults results)
    {
        var tests = ClaimTest.Of(results);
        if (tests.Count > 0)
            text.Append("\nClaims (`m2miot claims` tells more):\n");
        foreach (var test in tests)
            text.Append("- ").Append(ClaimAnswer.Headline(results, test)).Append('\n');
    }

    private static void AppendRemarks(StringBuilder text, ComparisonResults results)
    {
        // The table has said in its head that it is of a quick run.
        var remarks = AllChecks.Of(results).Except(new QuickRunCheck().Of(results)).ToList();
        if (remarks.Count == 0)
            return;
        text.Append("\nBefore you believe this (! is a warning):\n");
        foreach (var remark in remarks)
            text.Append(WrappedText.Paragraph(remark.Kind == RemarkKind.Warning ? "! " : "- ", remark.Text));
    }

    private static string Align(HeadlineTable table)
    {
        IReadOnlyList<string>[] rows = [table.Header, .. table.Rows];
        int[] widths = [.. table.Header.Select((_, column) => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (var (i, row) in rows.Index())
        {
            text.Append(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
            if (i == 0)
                text.Append(string.Join("  ", widths.Select(width => new string('-', width)))).Append('\n');
        }
        return text.ToString();
    }
}
