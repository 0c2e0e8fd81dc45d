using System.Net;
using System.Text;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Decisions;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>The decision matrix as a part of the report: a block for each comparison of a job, in it a card for each family, beside each other where there is room.</summary>
internal static class DecisionSection
{
    /// <summary>Anchor of the section.</summary>
    public const string Id = "decisions";

    private const string Rules =
        "The best design of each family (m2m, iot, hybrid) in each comparison of a job: of those that meet everything required at every point, what costs least for a delivered message; where none does, what stays behind least where it does worst. "
        + "What belongs to the job (numbers of devices, rates, the area) and conditions (the load of others, outages) a design has to cope with; everything else that is swept makes designs of its own. Figures hold at the last point of the sweep. "
        + "Comparisons of the same job ask for different things, so their designs are not set against each other. decisions.csv has the same.";

    public static void Append(StringBuilder html, DecisionMatrix matrix)
    {
        if (matrix.Comparisons.Count == 0)
            return;
        html.Append($"<section id=\"{Id}\">\n<h2>Which design for which job</h2>\n<p class=\"soft\">{Text(Rules)}</p>\n");
        foreach (var cells in matrix.Comparisons)
        {
            var comparison = cells[0].Comparison;
            html.Append(
                    $"<h3>{Text(comparison.Job)} <span class=\"soft\">in <a href=\"#{Text(comparison.Name)}\">{Text(comparison.Name)}</a></span></h3>\n"
                )
                .Append($"<p>{Text(DecisionAnswer.Of(cells))}</p>\n<div class=\"cards\">\n");
            foreach (var cell in cells)
                Append(html, cell);
            html.Append("</div>\n");
        }
        html.Append("</section>\n");
    }

    private static void Append(StringBuilder html, DecisionCell cell)
    {
        html.Append($"<div class=\"card\"><h4>{Text(cell.Family)} {Sign(cell.Verdict)}</h4>\n");
        if (cell.Best is { } best)
        {
            var name = best.Parameters.Values.Any()
                ? $"{best.Architecture}, {Readable.Point(best.Parameters.ToString())}"
                : best.Architecture;
            html.Append($"<p><a href=\"#{Text(best.Results.Comparison.Name)}\">{Text(name)}</a></p>\n");
        }
        html.Append($"<p>{Text(cell.Decided)}</p>\n");
        if (cell.Best is not null)
        {
            html.Append("<dl>");
            Figure(html, cell, cell.Latency);
            Figure(html, cell, cell.Delivery);
            Figure(html, cell, cell.Energy);
            Figure(html, cell, cell.Cost);
            html.Append("</dl>\n");
            if (cell.Point.Length > 0)
                html.Append($"<p class=\"soft\">at {Text(Readable.Point(cell.Point))}</p>\n");
        }
        html.Append("</div>\n");
    }

    private static void Figure(StringBuilder html, DecisionCell cell, SummaryRow? row)
    {
        if (row is null)
            return;
        var few = cell.Best!.Results.IsOfFew(row) ? $" (of fewer than {Statistics.ShareSupport.Fewest})" : "";
        var metric = MetricTable.Find(row.Metric);
        html.Append(
            $"<dt>{Text(Statistics.Headline.Title(metric, row.Relation))}</dt><dd>{Text(Readable.Level(metric, row.Mean) + few)}</dd>"
        );
    }

    private static string Sign(DecisionVerdict verdict) =>
        verdict switch
        {
            DecisionVerdict.Meets => "✓",
            DecisionVerdict.Fails or DecisionVerdict.Infeasible => "✗",
            DecisionVerdict.Unclear => "?",
            _ => "–",
        };

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
