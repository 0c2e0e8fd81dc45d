using System.Net;
using System.Text;
using M2mVsIoTSim.Analysis.Checks;
using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Figures;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Writes <c>claims/NAME.html</c>: a claim with all that its verdict rests on, in one file.</summary>
/// <remarks>The same folder gives the same bytes.</remarks>
public static class ClaimPage
{
    /// <summary>Name of the folder of the pages inside a result folder.</summary>
    public const string Folder = "claims";

    /// <summary>Path of a claim's page from the result folder.</summary>
    public static string PathOf(string claim) => $"{Folder}/{claim}.html";

    /// <summary>Writes the pages of all claims of a result folder; those of claims that are there no more are removed.</summary>
    /// <exception cref="FontMissingException">There is no font for the figures.</exception>
    public static void WriteAll(string directory, FolderResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        Remove(directory);
        foreach (var comparison in results.Folder.Manifest.Claims.Select(claim => claim.Comparison).Distinct())
        {
            var about = results.Of(comparison);
            foreach (var test in ClaimTest.Of(about))
            {
                Directory.CreateDirectory(Path.Combine(directory, Folder));
                File.WriteAllText(Path.Combine(directory, PathOf(test.Claim.Name)), ToText(about, test));
            }
        }
    }

    /// <summary>Removes the pages of a result folder.</summary>
    public static void Remove(string directory)
    {
        var folder = Path.Combine(directory, Folder);
        foreach (var page in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.html") : [])
            File.Delete(page);
    }

    /// <summary>A page as text.</summary>
    public static string ToText(ComparisonResults results, ClaimTest test)
    {
        var claim = test.Claim;
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(
                $"<title>Claim {Text(claim.Name)}</title>\n<style>\n{ReportStyle.Css}\n</style>\n</head>\n<body>\n<h1>{Text(claim.Name)}</h1>\n"
            );
        if (claim.Quote is { } quote)
            html.Append($"<blockquote>{Text(quote)}</blockquote>\n");
        if (claim.Source is { } source)
            html.Append($"<p class=\"soft\">{Text(source)}</p>\n");
        html.Append($"<p class=\"lead\"><strong>{Text(Wording.Capital(ClaimAnswer.Verdict(results, test)))}.</strong></p>\n")
            .Append("<h2>What was claimed</h2>\n<ul>\n")
            .Append($"<li>Holds if <code>{Text(claim.HoldsIf)}</code>, by {Text(ClaimAnswer.Margin(test))}.</li>\n")
            .Append(
                $"<li>Tested by <a href=\"../{HtmlReport.FileName}#{Text(claim.Comparison)}\">{Text(claim.Comparison)}</a>: {Text(results.Comparison.Question)}</li>\n"
            )
            .Append($"<li>Written down before this run, ranges and margin included: <code>{Text(claim.Hash)}</code></li>\n</ul>\n");
        AppendFooting(html, results, test);
        AppendPoints(html, results, test);
        AppendRange(html, test);
        if (BoundaryMap.Of(test) is { } map)
        {
            map = results.Study.Quick ? map.MarkedQuick() : map;
            var data = Convert.ToBase64String(Encoding.UTF8.GetBytes(map.ToSvg()));
            html.Append($"<h2>Where it turns</h2>\n<figure><img alt=\"{Text(map.Title)}\" src=\"data:image/svg+xml;base64,{data}\">\n")
                .Append($"<figcaption>{Text(map.Caption)}</figcaption></figure>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void AppendFooting(StringBuilder html, ComparisonResults results, ClaimTest test)
    {
        html.Append("<h2>What differs, and what is held equal</h2>\n<ul>\n");
        foreach (var cause in ClaimCause.Of(test, results.Comparison))
            html.Append($"<li>{Text(cause)}</li>\n");
        html.Append($"<li>Everything else is the same on both sides: the job ({Text(results.Comparison.Job)}), its places and its luck");
        html.Append(
                results.Comparison.Factors.Count == 0
                    ? ".</li>\n"
                    : $", and at each point {Text(string.Join(", ", results.Comparison.Factors.Select(factor => factor.Name)))}.</li>\n"
            )
            .Append("</ul>\n");
    }

    private static void AppendPoints(StringBuilder html, ComparisonResults results, ClaimTest test)
    {
        var tests = test.Points.Count * test.Condition.Parts.Count;
        html.Append("<h2>Verdict at each point</h2>\n<div class=\"scroll\"><table>\n")
            .Append(
                "<tr><th>point</th><th>part</th><th>verdict</th><th>left less right, with interval</th><th>in deviations</th><th>replications</th></tr>\n"
            );
        foreach (var row in test.Rows)
        {
            var place = row.Point.Length == 0 ? "everywhere" : Readable.Point(row.Point);
            html.Append($"<tr><td>{Text(place)}</td><td>{row.Part}</td><td>{Text(ClaimAnswer.Word(row.Verdict))}</td>")
                .Append(
                    $"<td>{Text(ClaimAnswer.Difference(row, test) ?? "")}</td><td>{(row.EffectSize is { } effect ? Text(Readable.Significant(effect)) : "")}</td><td>{row.Replications}</td></tr>\n"
                );
        }

        html.Append("</table></div>\n<p class=\"soft\">")
            .Append(
                Text(
                    $"Differences are taken replication by replication under the same luck; their intervals hold {(tests == 1 ? "with 95 %" : $"all {tests} at once with 95 % (Bonferroni)")}{Tables.Indicative(results)}. In deviations: the mean difference in standard deviations of the differences between replications (Cohen's d of pairs).{(test.Rows.Any(test.IsCut) ? " Lives beyond 25 years count as 25." : "")}"
                )
            )
            .Append("</p>\n");
    }

    private static void AppendRange(StringBuilder html, ClaimTest test)
    {
        html.Append("<h2>Over the plausible range of uncertain inputs</h2>\n");
        var sentences = BoxAnswer.Sentences(test);
        if (sentences.Count == 0)
            html.Append("<p>The comparison names no uncertain inputs, so the verdict is about its points only.</p>\n");
        foreach (var sentence in sentences)
            html.Append($"<p>{Text(sentence)}</p>\n");
        if (test.Box is not null)
            html.Append(
                "<p class=\"soft\">Fitted to what was measured at points of the range under the same luck as at the nominal point; the band of the surface, which holds everywhere at once with 95 %, gives the interval of the share. A turn is told in half-widths of the ranges.</p>\n"
            );
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
