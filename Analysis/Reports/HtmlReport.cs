using System.Net;
using System.Text;
using M2mVsIoTSim.Analysis.Checks;
using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Decisions;
using M2mVsIoTSim.Analysis.Figures;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Writes <c>report.html</c>: one file with everything in it, for a reader who plans and need not know the simulator.</summary>
/// <remarks>The same folder gives the same bytes.</remarks>
public static class HtmlReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "report.html";

    private const int MostPoints = 6;

    /// <summary>Writes the report of a result folder.</summary>
    /// <returns>Path of the report.</returns>
    /// <exception cref="ResultFormatException">A file of the folder is missing or cannot be read.</exception>
    /// <exception cref="FontMissingException">There is no font for the figures.</exception>
    public static string Write(string directory) =>
        Write(directory, FolderResults.Read(directory), new Dictionary<string, FigureChoice>(StringComparer.Ordinal));

    /// <summary>Writes the report of a result folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="known">What it holds.</param>
    /// <param name="drawn">Figures of comparisons that are drawn already; the others are drawn now.</param>
    /// <returns>Path of the report.</returns>
    /// <exception cref="FontMissingException">There is no font for the figures.</exception>
    public static string Write(string directory, FolderResults known, IReadOnlyDictionary<string, FigureChoice> drawn)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(drawn);
        var path = Path.Combine(directory, FileName);
        var folder = known.Folder;
        var results = known.All;
        ClaimPage.WriteAll(directory, known);
        Replace(path, ToText(folder, results, drawn));
        if (folder.Manifest.Article.Count > 0)
            Replace(Path.Combine(directory, ArticlePage.FileName), ArticlePage.ToText(folder.Manifest, results));
        return path;
    }

    /// <summary>The report as text.</summary>
    public static string ToText(ResultFolder folder) =>
        ToText(folder, new FolderResults(folder).All, new Dictionary<string, FigureChoice>(StringComparer.Ordinal));

    private static void Replace(string path, string text)
    {
        File.WriteAllText(path + ".tmp", text);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private static string ToText(
        ResultFolder folder,
        IReadOnlyList<ComparisonResults> results,
        IReadOnlyDictionary<string, FigureChoice> drawn
    )
    {
        var study = folder.Manifest;
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append($"<title>{Text(study.Study)}: results</title>\n<style>\n{ReportStyle.Css}\n</style>\n</head>\n<body>\n")
            .Append($"<h1>{Text(study.Study)}: results</h1>\n")
            .Append(
                $"<p class=\"soft\">M2mVsIoTSim {Text(study.ToolVersion)} · seed {study.Seed} · scenario {Text(study.ScenarioHash)}</p>\n"
            );
        if (study.Comparisons.Count > 1)
            AppendContents(html, study);
        DecisionSection.Append(html, DecisionMatrix.Of(results));
        ArticlePage.Append(html, study, results);
        foreach (var comparison in results)
            AppendComparison(
                html,
                comparison,
                [.. folder.Setup.Where(row => row.Comparison == comparison.Comparison.Name)],
                drawn.GetValueOrDefault(comparison.Comparison.Name) ?? FigureChoice.Of(comparison)
            );
        AppendRepeat(html, study);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void AppendContents(StringBuilder html, StudyManifest study)
    {
        html.Append("<nav><ul>\n").Append($"<li><a href=\"#{DecisionSection.Id}\">Which design for which job</a></li>\n");
        if (study.Article.Count > 0)
            html.Append($"<li><a href=\"#{ArticlePage.Id}\">What is said, and what was found</a></li>\n");
        foreach (var comparison in study.Comparisons)
            html.Append($"<li><a href=\"#{Text(comparison.Name)}\">{Text(comparison.Name)}</a>: {Text(comparison.Question)}</li>\n");
        html.Append("</ul></nav>\n");
    }

    private static void AppendComparison(StringBuilder html, ComparisonResults results, IReadOnlyList<SetupRow> setup, FigureChoice figures)
    {
        html.Append($"<section id=\"{Text(results.Comparison.Name)}\">\n<h2>{Text(results.Comparison.Name)}</h2>\n")
            .Append($"<p class=\"question\">{Text(results.Comparison.Question)}</p>\n");
        var remarks = AllChecks.Of(results);
        AppendRemarks(html, remarks, RemarkKind.Warning);
        AppendAnswers(html, results);
        AppendWhy(html, results);
        AppendAdvocates(html, results);
        AppendClaims(html, results);
        AppendWhatWasCompared(html, results);
        AppendValues(html, results);
        SetupSection.Append(html, setup);
        AppendFigures(html, results, figures);
        AppendInfeasible(html, results);
        AppendRemarks(html, remarks, RemarkKind.Note);
        AppendAssumptions(html, results);
        html.Append("</section>\n");
    }

    private static void AppendRemarks(StringBuilder html, IReadOnlyList<Remark> remarks, RemarkKind kind)
    {
        var chosen = remarks.Where(remark => remark.Kind == kind).ToArray();
        if (chosen.Length == 0)
            return;
        html.Append(kind == RemarkKind.Warning ? "<div class=\"warn\"><ul>\n" : "<h3>How sure is this?</h3>\n<ul>\n");
        foreach (var remark in chosen)
            html.Append($"<li>{Text(remark.Text)}</li>\n");
        html.Append(kind == RemarkKind.Warning ? "</ul></div>\n" : "</ul>\n");
    }

    private static void AppendAnswers(StringBuilder html, ComparisonResults results)
    {
        html.Append("<h3>The answer</h3>\n");
        var requirements = RequirementAnswer.Sentences(results);
        if (requirements.Count > 0)
        {
            AppendList(html, RequirementAnswer.Summaries(results));
            html.Append($"<p class=\"soft\">{Text(RequirementAnswer.Scope)}</p>\n");
            AppendList(html, requirements);
        }
        var answers = Answer.Of(results);
        if (answers.Count == 0)
            html.Append("<p>There are not two architectures with results to compare.</p>\n");
        foreach (var answer in answers)
        {
            // The first architecture is the one that the others are measured against; the remaining pairs are for those who look for them.
            var folded = answer.A != results.Architectures[0];
            if (folded)
                html.Append($"<details><summary>{Text(answer.A)} against {Text(answer.B)}</summary>\n");
            html.Append($"<p class=\"lead\">{Text(answer.Lead)}</p>\n<ul>\n");
            foreach (var finding in answer.Findings)
                html.Append($"<li>{Text(finding)}</li>\n");
            html.Append(folded ? "</ul></details>\n" : "</ul>\n");
        }
        string[] more = [.. BreakEven.Sentences(results), .. SharingAnswer.Sentences(results)];
        if (more.Length > 0)
            AppendList(html, more);
        html.Append($"<p class=\"soft\">{Text(Basis(results))}</p>\n");
    }

    /// <summary>Which factors make the gap.</summary>
    private static void AppendWhy(StringBuilder html, ComparisonResults results)
    {
        var answers = ShareAnswer.Of(results);
        if (answers.Count == 0)
            return;
        html.Append("<h3>Why it won</h3>\n");
        foreach (var (lead, sentences) in answers)
        {
            html.Append($"<p class=\"lead\">{Text(lead)}</p>\n");
            AppendList(html, sentences);
        }
        html.Append($"<p class=\"soft\">{Text(ShareAnswer.Method)}</p>\n");
    }

    /// <summary>The best design of each family; the last need is the largest.</summary>
    private static void AppendAdvocates(StringBuilder html, ComparisonResults results)
    {
        var contests = AdvocateAnswer.Of(results);
        if (contests.Count == 0)
            return;
        html.Append("<h3>Advocates</h3>\n");
        foreach (var (i, (place, sentences)) in contests.Index())
        {
            var folded = i < contests.Count - 1;
            if (folded)
                html.Append($"<details><summary>At {Text(place)}</summary>\n");
            else if (place.Length > 0)
                html.Append($"<p class=\"lead\">At {Text(place)}:</p>\n");
            AppendList(html, sentences);
            if (folded)
                html.Append("</details>\n");
        }
        html.Append($"<p class=\"soft\">{Text(AdvocateAnswer.Method(results))}</p>\n");
    }

    private static void AppendClaims(StringBuilder html, ComparisonResults results)
    {
        var tests = ClaimTest.Of(results);
        if (tests.Count == 0)
            return;
        html.Append("<h3>Claims</h3>\n");
        foreach (var test in tests)
        {
            html.Append(
                $"<details id=\"{Text(ArticlePage.ClaimId(test.Claim.Name))}\"><summary>{Text(ClaimAnswer.Headline(results, test))}</summary>\n"
            );
            AppendList(html, ClaimAnswer.Details(results, test));
            html.Append($"<p><a href=\"{Text(ClaimPage.PathOf(test.Claim.Name))}\">All of it, with a map of where it turns</a></p>\n");
            html.Append("</details>\n");
        }
    }

    private static void AppendList(StringBuilder html, IEnumerable<string> sentences) =>
        html.Append("<ul>\n").AppendJoin("", sentences.Select(sentence => $"<li>{Text(sentence)}</li>\n")).Append("</ul>\n");

    private static string Basis(ComparisonResults results)
    {
        var tests = results
            .Differences.Where(row => row.HolmP is not null && Summary.IsKey(row.Metric))
            .CountBy(row => row.Point)
            .Select(point => point.Value)
            .DefaultIfEmpty(0)
            .Max();
        var points = results.Points.Count;
        return $"From {Tables.Replications(results)} of each case{Tables.Indicative(results)}. Both sides met the same random numbers and are compared replication by "
            + "replication (paired t-tests). \"Lower\" and \"higher\" are said at a family-wise level of 5 %: "
            + $"the tests of all key figures and pairs at one point (up to {tests}) are corrected together after Holm, so that one false alarm or more among them happens at most "
            + "once in twenty points"
            + (points > 1 ? $"; that is said of each of the {points} points, not of all together. " : ". ")
            + "\"No significant difference\" does not show that two are equal. "
            + (
                results.Comparison.Margin is { } margin
                    ? $"\"Equivalent\" is: two one-sided tests, corrected likewise, put the difference within {Readable.Significant(margin * 100)}\u00A0% of the smaller value (shares: {Readable.Significant(margin * 100)} percentage points). "
                    : "The scenario states no margin that matters, so nothing is called equivalent. "
            )
            + "Intervals hold with 95 % each, not all at once.";
    }

    private static void AppendWhatWasCompared(StringBuilder html, ComparisonResults results)
    {
        html.Append("<h3>What was compared</h3>\n<dl>\n");
        foreach (var architecture in results.Comparison.Architectures)
            html.Append($"<dt>{Text(architecture.Name)} ({Text(architecture.Family)})</dt><dd>{Text(architecture.Description)}</dd>\n");
        html.Append($"</dl>\n<p>The job is {Text(results.Comparison.Job)}:</p>\n<ul>\n");
        foreach (var relation in results.Comparison.Relations)
            html.Append($"<li><b>{Text(relation.Name)}</b>: {Text(relation.Text)}</li>\n");
        html.Append("</ul>\n");
        foreach (var sweep in results.Comparison.Sweeps)
            AppendSweep(html, sweep);
        html.Append(
            "<p class=\"soft\">m2m: no shared platform on the way; data go straight to the consumer or through a server of that one job. iot: all data pass a shared platform, and nothing collects locally. hybrid: anything else.</p>\n"
        );
    }

    private static void AppendSweep(StringBuilder html, SweepManifest sweep)
    {
        html.Append(
            $"<details><summary>{Text($"{sweep.Factor} from {sweep.From} to {sweep.To} changes {Spoken(sweep.Changes.Count)}")}</summary>\n"
        );
        AppendList(html, sweep.Changes.Select(change => $"{change.Factor}: {change.A} against {change.B}"));
        if (sweep.Equal.Count > 0)
            html.Append($"<p>Equal are {Text(string.Join(", ", sweep.Equal))}.</p>\n");
        html.Append("</details>\n");
    }

    private static string Spoken(int changes) => changes == 1 ? "one thing" : $"{changes} things";

    private static void AppendValues(StringBuilder html, ComparisonResults results)
    {
        html.Append("<h3>Key figures</h3>\n");
        var shown = FacetPoints.Choose(results, MostPoints);
        AppendTable(html, results, shown);
        html.Append($"<p class=\"soft\">{Text(Tables.Legend(results))}</p>\n");
        if (shown.Count < results.Points.Count)
        {
            html.Append($"<details><summary>All {results.Points.Count} points</summary>\n");
            AppendTable(html, results, results.Points);
            html.Append("</details>\n");
        }
        AppendRequirements(html, results);
        html.Append("<details><summary>What the figures mean</summary>\n<dl>\n");
        foreach (var one in Headline.Of(results).DistinctBy(one => one.Metric.Name))
            html.Append($"<dt>{Text(one.Metric.Title)}</dt><dd>{Text(one.Metric.Definition)}</dd>\n");
        html.Append("</dl></details>\n<details><summary>Words</summary>\n<dl>\n");
        foreach (var (word, meaning) in ReportWords.All)
            html.Append($"<dt>{Text(word)}</dt><dd>{Text(meaning)}</dd>\n");
        html.Append("</dl></details>\n");
    }

    /// <summary>Requirements case by case, with what they rest on.</summary>
    private static void AppendRequirements(StringBuilder html, ComparisonResults results)
    {
        var rows = RequirementTable.Rows(results);
        if (rows.Count == 0)
            return;
        html.Append(
            "<details><summary>Requirements, point by point</summary>\n<div class=\"scroll\"><table class=\"values\">\n<thead><tr>"
        );
        foreach (var name in RequirementTable.Header)
            html.Append($"<th scope=\"col\">{Text(name)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Text(cell)}</td>")).Append("</tr>\n");
        html.Append($"</tbody></table></div>\n<p class=\"soft\">{Text(RequirementTable.Legend)}</p></details>\n");
    }

    private static void AppendTable(StringBuilder html, ComparisonResults results, IReadOnlyList<string> points)
    {
        html.Append("<div class=\"scroll\"><table class=\"values\">\n<thead><tr>");
        var header = HeadlineTable.Of(results, []).Header.Skip(results.Comparison.Factors.Count).ToArray();
        foreach (var name in header)
            html.Append($"<th scope=\"col\">{Text(name)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var point in points)
        {
            if (point.Length > 0)
                html.Append(
                    $"<tr class=\"point\"><th scope=\"rowgroup\" colspan=\"{header.Length}\">{Text(Readable.Point(point))}</th></tr>\n"
                );
            foreach (var row in HeadlineTable.Of(results, [point]).Rows)
            {
                html.Append("<tr>");
                foreach (var cell in row.Skip(results.Comparison.Factors.Count))
                    html.Append($"<td>{Text(cell)}</td>");
                html.Append("</tr>\n");
            }
        }
        html.Append("</tbody></table></div>\n");
    }

    private static void AppendFigures(StringBuilder html, ComparisonResults results, FigureChoice figures)
    {
        if (figures.Drawn.Count > 0)
            html.Append(
                $"<h3 id=\"{Text(results.Comparison.Name)}-figures\">Figures</h3>\n<p class=\"soft\">Click or tap a figure to enlarge it.{LeftOut(figures)}</p>\n"
            );
        foreach (var figure in figures.Drawn)
        {
            var data = Convert.ToBase64String(Encoding.UTF8.GetBytes(figure.ToSvg()));
            html.Append($"<figure id=\"{Text(figure.Name)}\"><a href=\"#{Text(figure.Name)}\">")
                .Append($"<img alt=\"{Text(figure.Title)}\" src=\"data:image/svg+xml;base64,{data}\"></a>\n")
                .Append($"<a class=\"back\" href=\"#{Text(results.Comparison.Name)}-figures\">back to the report</a>\n")
                .Append($"<figcaption>{Text(figure.Caption)}</figcaption></figure>\n");
        }
    }

    private static string LeftOut(FigureChoice figures) =>
        figures.LeftOut == 0
            ? ""
            : $" {figures.LeftOut} more of the same kinds are left out; <code>m2miot report DIR --all-figures</code> draws them all.";

    private static void AppendInfeasible(StringBuilder html, ComparisonResults results)
    {
        if (results.Comparison.Infeasible.Count == 0)
            return;
        html.Append("<h3>What cannot work</h3>\n<ul>\n");
        foreach (var cell in results.Comparison.Infeasible)
        {
            var place = cell.Point.Length == 0 ? "" : $" at {Readable.Point(cell.Point)}";
            html.Append($"<li>{Text(cell.Architecture + place)}: {Text(cell.Reason)}</li>\n");
        }
        html.Append("</ul>\n");
    }

    private static void AppendAssumptions(StringBuilder html, ComparisonResults results)
    {
        if (results.Comparison.Assumptions.Count == 0)
            return;
        html.Append("<h3>What this rests on</h3>\n<div class=\"scroll\"><table>\n")
            .Append(
                "<thead><tr><th scope=\"col\">figure</th><th scope=\"col\">value</th><th scope=\"col\">source</th><th scope=\"col\">mark</th></tr></thead>\n<tbody>\n"
            );
        foreach (var one in results.Comparison.Assumptions)
        {
            var unit = one.Unit is "" or "1" ? "" : " " + one.Unit;
            html.Append(
                $"<tr><td>{Text(one.Name)}</td><td>{Text(one.Value + unit)}</td><td>{Text(one.Source)}</td><td>{Text(one.Mark)}</td></tr>\n"
            );
        }
        html.Append("</tbody></table></div>\n")
            .Append(
                "<p class=\"soft\">confirmed: read in the source. measured: by us, on real software. derived: computed from confirmed figures. from-memory: not yet checked. chosen: our decision. stated by the scenario: from the file.</p>\n"
            );
    }

    private static void AppendRepeat(StringBuilder html, StudyManifest study)
    {
        var quick = study.Quick ? " --quick" : "";
        html.Append("<section>\n<h2>How to repeat this</h2>\n")
            .Append($"<pre>m2miot run {Text(study.Study)}.yaml --seed {study.Seed} -r {study.Replications}{quick}</pre>\n")
            .Append(
                $"<p>M2mVsIoTSim {Text(study.ToolVersion)}; hash of the scenario file, defaults filled in, <code>{Text(study.ScenarioHash)}</code>; {study.Cases.Count} cases. "
            )
            .Append("The same version, scenario and seed give the same numbers on the same kind of machine.</p>\n")
            .Append(
                $"<details><summary>The effective scenario, as it was run</summary>\n<pre>{Text(study.ScenarioText)}</pre></details>\n</section>\n"
            );
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
