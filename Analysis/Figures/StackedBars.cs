using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Bars made of parts, with the interval of the whole.</summary>
/// <param name="results">The comparison.</param>
/// <param name="metric">What the whole bar is.</param>
/// <param name="panels">The bars, panel by panel.</param>
/// <param name="parts">What they are made of.</param>
/// <param name="zero">What to write where a bar has no length.</param>
/// <param name="missing">What to write where a cell that was run has no bar.</param>
/// <param name="wholeTitle">Name of the axis where each bar is its own whole, so that the parts of unlike bars can be seen; null for bars to scale.</param>
/// <param name="ends">What the whiskers show of a cell instead of the interval of its mean.</param>
internal sealed class StackedBars(
    ComparisonResults results,
    Metric metric,
    IReadOnlyList<BarPanel> panels,
    BarParts parts,
    Func<string, string, string> zero,
    string missing,
    string? wholeTitle = null,
    Func<string, string, (double Low, double High)?>? ends = null
)
{
    /// <summary>How to read the whiskers.</summary>
    public const string Whiskers =
        " Each panel has its own scale. Whiskers: 95 % interval of the whole bar; none where there is no spread.";

    private static readonly Color Ink = Color.FromHex("#222222");
    private readonly BarParts _parts = parts.Folded(Palette.MaxParts);

    private readonly Metric _axis = wholeTitle is null ? metric : MetricTable.Find("delivery") with { Title = wholeTitle };

    public Sheet Draw(string title)
    {
        var most = panels.Max(panel => panel.Bars.Count);
        string[] names = [.. panels.SelectMany(panel => panel.Bars.Select(bar => bar.Name)).Distinct()];
        var columns = Columns();
        return new(
            title,
            [.. panels.Select(Panel)],
            LegendEntry.Of(_parts.Names, LegendSymbol.Swatch),
            88 + (32 * most),
            columns,
            names,
            ""
        );
    }

    /// <summary>Beside each other stand bars of the same names only, as their names stand at the left alone.</summary>
    private int Columns() =>
        panels.Select(panel => string.Join('\n', panel.Bars.Select(bar => bar.Name))).Distinct().Count() > 1 ? 1
        : panels.Count == 4 || wholeTitle is not null ? Math.Min(2, panels.Count)
        : FacetPoints.Columns(results, [.. panels.Select(panel => panel.Bars[0].Point)]);

    private Panel Panel(BarPanel panel)
    {
        var plot = new Plot();
        var rows = panel.Bars.Count;
        var longest = Longest(panel) is > 0 and var here ? here : panels.Max(Longest);
        var axis = AxisScale.OfBars(_axis, longest);
        foreach (var (i, bar) in panel.Bars.Index())
            AddBar(plot, bar.Architecture, bar.Point, rows - i);
        foreach (var bars in plot.GetPlottables<ScottPlot.Plottables.BarPlot>())
            bars.Horizontal = true;
        plot.Axes.SetLimits(0, axis.High, 0.4, rows + 0.6);
        plot.Axes.Left.TickGenerator = new NumericManual(
            [.. Enumerable.Range(0, rows).Select(i => (double)(rows - i))],
            [.. panel.Bars.Select(bar => bar.Name)]
        );
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Grid.YAxisStyle.IsVisible = false;
        return new(panel.Title, plot, axis.Title, width => axis.Ticks(width, 60));
    }

    private void AddBar(Plot plot, string architecture, string point, int place)
    {
        var total = _parts.Total(architecture, point);
        var scale = wholeTitle is not null && total is { Mean: > 0 } ? 1 / total.Mean : 1;
        var from = 0.0;
        foreach (var (p, part) in _parts.Names.Index())
        {
            var length = scale * _parts.Mean(architecture, point, part);
            if (length == 0)
                continue;
            plot.Add.Bar(
                new Bar
                {
                    Position = place,
                    ValueBase = from,
                    Value = from + length,
                    Size = 0.62,
                    FillColor = Palette.Fill(p),
                    LineColor = Colors.White,
                    LineWidth = 1,
                    Orientation = Orientation.Horizontal,
                }
            );
            from += length;
        }
        var end = total is null ? 0 : High(total, architecture, point);
        if (ends?.Invoke(architecture, point) is { } known)
            Whisker.Across(plot, known.Low, known.High, place, 0.12, Ink);
        else if (wholeTitle is null && total is { HalfWidth: > 0 })
            Whisker.Across(plot, metric.Clip(total.Low!.Value), end, place, 0.12, Ink);
        var text =
            total is null ? Missing(architecture, point)
            : total.Mean == 0 ? zero(architecture, point)
            : Readable.Value(metric, total.Mean);
        var label = plot.Add.Text(text, end, place);
        label.LabelFontName = FigureFont.Name;
        label.LabelFontSize = 12;
        label.LabelFontColor = Ink;
        label.LabelAlignment = Alignment.MiddleLeft;
        label.OffsetX = 5;
    }

    private double Longest(BarPanel panel) =>
        panel
            .Bars.Select(bar => _parts.Total(bar.Architecture, bar.Point) is { } total ? High(total, bar.Architecture, bar.Point) : 0)
            .DefaultIfEmpty(0)
            .Max();

    private double High(Estimate total, string architecture, string point) =>
        ends?.Invoke(architecture, point) is { } known ? Math.Max(total.Mean, known.High)
        : wholeTitle is null ? metric.Clip(total.High ?? total.Mean)
        : total.Mean > 0 ? 1
        : 0;

    private string Missing(string architecture, string point) =>
        results.Comparison.Infeasible.Any(cell => cell.Architecture == architecture && cell.Point == point) ? "infeasible"
        : results.Means.Any(row => row.Architecture == architecture && row.Point == point) ? missing
        : "not run";
}
