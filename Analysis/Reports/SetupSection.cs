using System.Net;
using System.Text;
using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>What somebody sets up by hand, as a folded list of the report: at the first point of a comparison, architecture by architecture.</summary>
internal static class SetupSection
{
    private static readonly (string For, string Title)[] Parts =
    [
        ("add-device", "To add one "),
        ("add-consumer", "To add one "),
        ("credential", "Credentials to keep"),
    ];

    /// <param name="html">The report.</param>
    /// <param name="rows">Those of one comparison.</param>
    public static void Append(StringBuilder html, IReadOnlyList<SetupRow> rows)
    {
        if (rows.Count == 0)
            return;
        html.Append("<details><summary>What somebody sets up by hand</summary>\n");
        foreach (var architecture in rows.GroupBy(row => row.Architecture))
        {
            var point = architecture.First().Point;
            html.Append($"<h4>{Text(architecture.Key)}{(point.Length == 0 ? "" : $" at {Text(Readable.Point(point))}")}</h4>\n");
            foreach (var (purpose, title) in Parts)
            {
                foreach (var party in architecture.Where(row => row.Point == point && row.For == purpose).GroupBy(row => row.Party))
                    Append(html, title + party.Key, [.. party]);
            }
        }
        html.Append("<p class=\"soft\">Counted from the graph; other points are in setup.csv.</p></details>\n");
    }

    private static void Append(StringBuilder html, string title, SetupRow[] rows)
    {
        html.Append($"<p>{Text(title)}: {Readable.Significant(rows.Sum(row => row.Count))}</p>\n<ul>\n");
        foreach (var row in rows)
            html.Append(
                $"<li>{(row.Count == 1 ? "" : $"{Readable.Significant(row.Count)} × ")}{Text($"{row.Where}: {row.What}")} <span class=\"soft\">({Text(row.Why)})</span></li>\n"
            );
        html.Append("</ul>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
