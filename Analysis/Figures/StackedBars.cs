using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>A bar per architecture, made of parts, with the interval of the whole; one panel per point.</summary>
/// <param name="results">The comparison.</param>
/// <param name="metric">What the whole bar is.</param>
/// <param name="points">A panel each.</param>
/// <param name="parts">The bars.</param>
/// <param name="zero">What to write where a bar has no length.</param>
/// <param name="missing">What to write where a cell that was run has no bar.</param>
internal sealed class StackedBars(
    ComparisonResults results,
    Metric metric,
    IReadOnlyList<string> points,
    BarParts parts,
    Func<string, string, string> zero,
    string missing
)
{
    /// <summary>More panels than this are unreadable.</summary>
    public const int MostPanels = 6;

    /// <summary>How to read the whiskers.</summary>
    public const string Whiskers = " Whiskers: 95 % interval of the whole bar; none where there is no spread.";

    private static readonly Color Ink = Color.FromHex("#222222");
    private readonly BarParts _parts = parts.Folded(Palette.MaxParts);

    public Sheet Draw(string title)
    {
        var columns = FacetPoints.Columns(results, points);
        List<Panel> panels = [.. points.Select(Panel)];
        var height = 88 + (32 * results.Architectures.Count);
        return new(title, panels, LegendEntry.Of(_parts.Names, LegendSymbol.Swatch), height, columns, results.Architectures, "");
    }

    private Panel Panel(string point)
    {
        var plot = new Plot();
        var rows = results.Architectures.Count;
        var longest = Longest(point) is > 0 and var here ? here : points.Max(Longest);
        var axis = AxisScale.OfBars(metric, longest);
        foreach (var (i, architecture) in results.Architectures.Index())
            AddBar(plot, architecture, point, rows - i);
        foreach (var bars in plot.GetPlottables<ScottPlot.Plottables.BarPlot>())
            bars.Horizontal = true;
        plot.Axes.SetLimits(0, axis.High, 0.4, rows + 0.6);
        plot.Axes.Left.TickGenerator = new NumericManual(
            [.. Enumerable.Range(0, rows).Select(i => (double)(rows - i))],
            [.. results.Architectures]
        );
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Grid.YAxisStyle.IsVisible = false;
        return new(Readable.Point(point), plot, axis.Title, width => axis.Ticks(width, 60));
    }

    private void AddBar(Plot plot, string architecture, string point, int place)
    {
        var from = 0.0;
        foreach (var (p, part) in _parts.Names.Index())
        {
            var length = _parts.Mean(architecture, point, part);
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
        var total = _parts.Total(architecture, point);
        var end = total is null ? 0 : High(total);
        if (total is { HalfWidth: > 0 })
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

    private double Longest(string point) =>
        results
            .Architectures.Select(architecture => _parts.Total(architecture, point))
            .OfType<Estimate>()
            .Select(High)
            .DefaultIfEmpty(0)
            .Max();

    private double High(Estimate total) => metric.Clip(total.High ?? total.Mean);

    private string Missing(string architecture, string point) =>
        results.Comparison.Infeasible.Any(cell => cell.Architecture == architecture && cell.Point == point) ? "infeasible"
        : results.Means.Any(row => row.Architecture == architecture && row.Point == point) ? missing
        : "not run";
}
