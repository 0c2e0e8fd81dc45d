using System.Globalization;
using System.Security;
using System.Text;

namespace M2mVsIoTSim.Analysis.Traces;

/// <summary>Draws a <see cref="SequenceDiagram"/> as SVG: places side by side, time downwards.</summary>
/// <remarks>Time is not to scale: every moment has a row, and a longer wait a somewhat larger gap; the column on the left tells the time since the beginning.</remarks>
public static class SequenceSvg
{
    private const double TimeColumn = 110;
    private const double LineDistance = 230;
    private const double Top = 96;
    private const double LeastGap = 17;
    private const double GreatestGap = 44;
    private const double Margin = 24;
    private const string Halo = "stroke=\"white\" stroke-width=\"3\" paint-order=\"stroke\"";

    /// <summary>The picture.</summary>
    public static string Draw(SequenceDiagram diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        var rows = Rows(diagram);
        var start = rows.Count == 0 ? 0 : rows.Keys.First().Seconds;
        var height = Top + (rows.Count == 0 ? 0 : rows.Values.Last()) + 2 * Margin;
        var width = TimeColumn + LineDistance * Math.Max(1, diagram.Lines.Count) + 60;
        var svg = new StringBuilder();
        svg.Append(
            Text(
                $"""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0} {height:0}" width="{width:0}" height="{height:0}" font-family="DejaVu Sans, Arial, sans-serif" font-size="11">
                <title>{Escaped(diagram.Title)}</title>
                <defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z" fill="#1b4f72"/></marker></defs>
                <rect width="100%" height="100%" fill="white"/>
                <text x="{Margin:0}" y="24" font-size="15" font-weight="bold">{Escaped(diagram.Title)}</text>
                <text x="{Margin:0}" y="42" fill="#555">{Escaped(diagram.Where)}</text>

                """
            )
        );
        for (var line = 0; line < diagram.Lines.Count; line++)
        {
            svg.Append(
                Text(
                    $"""
                    <line x1="{X(line):0.#}" y1="{Top - 14:0.#}" x2="{X(line):0.#}" y2="{height
                        - Margin:0.#}" stroke="#bbb" stroke-dasharray="3 3"/>
                    <text x="{X(line):0.#}" y="{Top - 22:0.#}" text-anchor="middle" font-weight="bold">{Escaped(diagram.Lines[line])}</text>

                    """
                )
            );
        }

        foreach (var note in diagram.Notes)
        {
            var y = Top + rows[(note.Seconds, 0)];
            svg.Append(
                Text(
                    $"""
                    <line x1="{TimeColumn - 8:0.#}" y1="{y:0.#}" x2="{width
                        - Margin:0.#}" y2="{y:0.#}" stroke="#e0a000" stroke-width="0.8"/>
                    <text x="{TimeColumn:0.#}" y="{y - 4:0.#}" fill="#9a6b00" font-style="italic">{Escaped(note.Text)}</text>

                    """
                )
            );
        }

        foreach (var (arrow, turn) in Turns(diagram))
        {
            Draw(svg, arrow, turn, rows);
        }

        foreach (var (arrow, turn) in Turns(diagram).DistinctBy(one => (one.Arrow.Stops[0], one.Arrow.Label)))
        {
            DrawLabel(svg, arrow, Top + rows[(arrow.Stops[0].Seconds, turn)]);
        }

        foreach (var ((seconds, _), y) in rows.Where(row => row.Key.Turn == 0))
        {
            svg.Append(
                Text(
                    $"<text x=\"{TimeColumn - 16:0.#}\" y=\"{Top + y + 4:0.#}\" text-anchor=\"end\" fill=\"#555\">{Elapsed(seconds - start)}</text>\n"
                )
            );
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder svg, SequenceArrow arrow, int turn, SortedDictionary<(double Seconds, int Turn), double> rows)
    {
        for (var i = 1; i < arrow.Stops.Count; i++)
        {
            var isLast = i == arrow.Stops.Count - 1 && arrow.Loss is null;
            var (from, to) = (arrow.Stops[i - 1], arrow.Stops[i]);
            svg.Append(
                Text(
                    $"<line x1=\"{X(from.Line):0.#}\" y1=\"{Top + Y(i - 1):0.#}\" x2=\"{X(to.Line):0.#}\" y2=\"{Top + Y(i):0.#}\" stroke=\"#1b4f72\"{(isLast ? " marker-end=\"url(#head)\"" : "")}/>\n"
                )
            );
        }

        if (arrow.Loss is { } loss)
        {
            var last = arrow.Stops[^1];
            var (x, y) = ((X(last.Line) + X(loss.Line)) / 2, Top + rows[(loss.Seconds, 0)]);
            svg.Append(
                Text(
                    $"""
                    <line x1="{X(last.Line):0.#}" y1="{Top + Y(arrow.Stops.Count - 1):0.#}" x2="{x:0.#}" y2="{y:0.#}" stroke="#b03a2e"/>
                    <text x="{x:0.#}" y="{y + 4:0.#}" fill="#b03a2e" text-anchor="middle">✕ {Escaped(loss.Reason)}</text>

                    """
                )
            );
        }

        double Y(int stop) => rows[(arrow.Stops[stop].Seconds, stop == 0 ? turn : 0)];
    }

    private static void DrawLabel(StringBuilder svg, SequenceArrow arrow, double y)
    {
        var at = arrow.Stops[0];
        var next = arrow.Stops.Count > 1 ? arrow.Stops[1].Line : arrow.Loss?.Line ?? at.Line;
        var isRight = next >= at.Line;
        svg.Append(
            Text(
                $"<text x=\"{X(at.Line) + (isRight ? 6 : -6):0.#}\" y=\"{y - 3:0.#}\" text-anchor=\"{(isRight ? "start" : "end")}\" {Halo}>{Escaped(arrow.Label)}</text>\n"
            )
        );
    }

    /// <summary>Arrows with the number of those that begin at the same place and moment before it.</summary>
    private static IEnumerable<(SequenceArrow Arrow, int Turn)> Turns(SequenceDiagram diagram) =>
        diagram
            .Arrows.GroupBy(arrow => arrow.Stops[0])
            .SelectMany(together =>
                // What is heard at several places was sent once.
                together.GroupBy(arrow => arrow.Label).Index().SelectMany(sent => sent.Item.Select(arrow => (arrow, sent.Index)))
            );

    /// <summary>Where each moment stands below the first [px].</summary>
    private static SortedDictionary<(double Seconds, int Turn), double> Rows(SequenceDiagram diagram)
    {
        var moments = diagram
            .Arrows.SelectMany(arrow =>
                arrow.Stops.Select(stop => stop.Seconds).Concat(arrow.Loss is { } loss ? [loss.Seconds] : Array.Empty<double>())
            )
            .Concat(diagram.Notes.Select(note => note.Seconds))
            .Select(seconds => (Seconds: seconds, Turn: 0))
            .Concat(Turns(diagram).Select(one => (one.Arrow.Stops[0].Seconds, one.Turn)))
            .Distinct()
            .Order();
        var rows = new SortedDictionary<(double, int), double>();
        var (previous, y) = (double.NaN, 0.0);
        foreach (var moment in moments)
        {
            y += double.IsNaN(previous) ? 0 : Math.Min(GreatestGap, LeastGap + 4 * Math.Log10(1 + (moment.Seconds - previous) / 0.001));
            rows.Add(moment, y);
            previous = moment.Seconds;
        }

        return rows;
    }

    private static double X(int line) => TimeColumn + 60 + LineDistance * line;

    private static string Elapsed(double seconds) =>
        seconds >= 1 ? Text($"{seconds:0.###} s")
        : seconds >= 0.001 ? Text($"{seconds * 1e3:0.###} ms")
        : Text($"{seconds * 1e6:0.###} µs");

    private static string Escaped(string text) => SecurityElement.Escape(text);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
