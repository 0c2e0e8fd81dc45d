using System.Net;
using System.Text;
using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>What is said of M2M and IoT, statement by statement, each with what the study found: a section of the report, and <c>article.html</c>.</summary>
internal static class ArticlePage
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "article.html";

    /// <summary>Anchor of the section.</summary>
    public const string Id = "article";

    /// <summary>Intervals of a claim that are shown; the report has all.</summary>
    private const int MostFindings = 4;

    /// <summary>The page of its own; its links lead into the report beside it.</summary>
    public static string ToText(StudyManifest study, IReadOnlyList<ComparisonResults> results)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(
                $"<title>{Text(study.Study)}: what is said, and what was found</title>\n<style>\n{ReportStyle.Css}\n</style>\n</head>\n<body>\n"
            )
            .Append("<h1>What is said, and what was found</h1>\n")
            .Append(
                $"<p class=\"soft\">Study {Text(study.Study)}, seed {study.Seed}. <a href=\"{HtmlReport.FileName}\">The report</a> has the whole.</p>\n"
            );
        AppendStatements(html, study, results, HtmlReport.FileName);
        return html.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>The section of the report; empty where the scenario says nothing.</summary>
    public static void Append(StringBuilder html, StudyManifest study, IReadOnlyList<ComparisonResults> results)
    {
        if (study.Article.Count == 0)
            return;
        html.Append($"<section id=\"{Id}\">\n<h2>What is said, and what was found</h2>\n");
        AppendStatements(html, study, results, "");
        html.Append("</section>\n");
    }

    private static void AppendStatements(StringBuilder html, StudyManifest study, IReadOnlyList<ComparisonResults> results, string page)
    {
        if (study.Quick)
            html.Append("<div class=\"warn\">This is a quick run: it shows the way and proves nothing.</div>\n");
        foreach (var section in study.Article.GroupBy(statement => statement.Section ?? ""))
        {
            if (section.Key.Length > 0)
                html.Append($"<h3>{Text(section.Key)}</h3>\n");
            foreach (var statement in section)
                Append(html, study, results, statement, page);
        }
    }

    private static void Append(
        StringBuilder html,
        StudyManifest study,
        IReadOnlyList<ComparisonResults> results,
        StatementManifest statement,
        string page
    )
    {
        (string Name, ClaimTest? Test, ComparisonResults? Of)[] claims = [.. statement.Claims.Select(name => Find(study, results, name))];
        html.Append(
            $"<div class=\"card\"><p class=\"lead\"><b>{Text(statement.Says)}</b></p>\n<p>{Text(Together(statement, claims, results))}</p>\n<ul>\n"
        );
        AppendClaims(html, claims, page);
        if (statement.Comparison is { } comparison)
            AppendComparison(html, results.FirstOrDefault(one => one.Comparison.Name == comparison), comparison, page);
        html.Append("</ul>\n");
        if (statement.Context.Count > 0)
        {
            html.Append("<p class=\"soft\">Beside it, neither for nor against:</p>\n<ul>\n");
            AppendClaims(html, statement.Context.Select(name => Find(study, results, name)), page);
            html.Append("</ul>\n");
        }
        html.Append("</div>\n");
    }

    private static void AppendClaims(
        StringBuilder html,
        IEnumerable<(string Name, ClaimTest? Test, ComparisonResults? Of)> claims,
        string page
    )
    {
        foreach (var (name, test, of) in claims)
        {
            if (test is null || of is null)
            {
                html.Append($"<li>{Text(name)}: not run</li>\n");
                continue;
            }
            html.Append(
                $"<li><a href=\"{page}#{ClaimId(name)}\">{Text(name)}</a>: {Text(ClaimAnswer.Verdict(of, test))}; by {Text(of.Comparison.Name)}\n<ul>\n"
            );
            var findings = ClaimAnswer.Findings(test);
            foreach (var finding in findings.Take(MostFindings))
                html.Append($"<li>{Text(finding)}</li>\n");
            if (findings.Count > MostFindings)
                html.Append($"<li>and {findings.Count - MostFindings} more in the report</li>\n");
            html.Append("</ul></li>\n");
        }
    }

    private static void AppendComparison(StringBuilder html, ComparisonResults? of, string name, string page)
    {
        if (of is null)
        {
            html.Append($"<li>{Text(name)}: not run</li>\n");
            return;
        }
        html.Append($"<li><a href=\"{page}#{Text(name)}\">{Text(name)}</a>: {Text(of.Comparison.Question)}\n<ul>\n");
        foreach (var line in RequirementAnswer.Summaries(of))
            html.Append($"<li>{Text(line)}</li>\n");
        html.Append($"</ul> <a href=\"{page}#{Text(name)}-figures\">figures</a></li>\n");
    }

    /// <summary>All claims of a statement in one word; claims that were not run count as nothing, but are told.</summary>
    private static string Together(
        StatementManifest statement,
        (string Name, ClaimTest? Test, ComparisonResults? Of)[] claims,
        IReadOnlyList<ComparisonResults> results
    )
    {
        if (statement.NotTested is { } why)
            return $"Not tested because {why}.";
        ClaimVerdict[] verdicts = [.. claims.Select(claim => claim.Test).OfType<ClaimTest>().Select(test => test.Overall).Distinct()];
        var left = claims.Count(claim => claim.Test is null);
        var missing = left > 0 && verdicts.Length > 0 ? $" ({left} of {claims.Length} claims not run)" : "";
        var words = string.Join(", ", verdicts.Select(ClaimAnswer.Word));
        return verdicts switch
        {
            [] when claims.Length > 0 => "Not run.",
            [] => results.Any(one => one.Comparison.Name == statement.Comparison)
                ? "No claim decides; the comparison shows this:"
                : "Not run.",
            [_, _, ..] when verdicts.Contains(ClaimVerdict.Supported) => $"In part: {words}{missing}.",
            _ => $"{Capital(words)}{missing}.",
        };
    }

    private static (string Name, ClaimTest? Test, ComparisonResults? Of) Find(
        StudyManifest study,
        IReadOnlyList<ComparisonResults> results,
        string name
    )
    {
        var claim = study.Claims.FirstOrDefault(one => one.Name == name);
        var of = results.FirstOrDefault(one => one.Comparison.Name == claim?.Comparison);
        return (name, claim is null || of is null ? null : ClaimTest.Of(of, claim), of);
    }

    /// <summary>Anchor of a claim in the report.</summary>
    internal static string ClaimId(string claim) => $"claim-{claim}";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
