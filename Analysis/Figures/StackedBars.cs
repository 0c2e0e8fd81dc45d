using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>A bar per architecture, made of parts; one panel per point.</summary>
internal sealed class StackedBars(
    ComparisonResults results,
    Metric metric,
    IReadOnlyList<string> points,
    IReadOnlyList<string> parts,
    IReadOnlyDictionary<(string Architecture, string Point, string Part), double> values
)
{
    /// <summary>More panels than this are unreadable.</summary>
    public const int MostPanels = 6;

    private const string Other = "other";
    private readonly string[] _parts = Shown(parts, values);

    /// <summary>The parts in their order; where they are too many, the largest, and the rest as one.</summary>
    private static string[] Shown(
        IReadOnlyList<string> parts,
        IReadOnlyDictionary<(string Architecture, string Point, string Part), double> values
    )
    {
        if (parts.Count <= Palette.MaxParts)
            return [.. parts];
        // Shares of each bar, so that a panel of short bars counts as much as one of long ones.
        var totals = values
            .GroupBy(value => (value.Key.Architecture, value.Key.Point))
            .ToDictionary(bar => bar.Key, bar => bar.Sum(v => v.Value));
        var largest = parts
            .OrderByDescending(part =>
                values
                    .Where(v => v.Key.Part == part)
                    .Sum(v => v.Value / Math.Max(totals[(v.Key.Architecture, v.Key.Point)], double.Epsilon))
            )
            .Take(Palette.MaxParts)
            .ToHashSet();
        return [.. parts.Where(largest.Contains), Other];
    }

    public Sheet Draw(string title)
    {
        var columns = FacetPoints.Columns(results, points);
        List<Panel> panels = [.. points.Select(Panel)];
        var height = 88 + (32 * results.Architectures.Count);
        return new(title, panels, LegendEntry.Of(_parts, LegendSymbol.Swatch), height, columns, results.Architectures, "");
    }

    private Panel Panel(string point)
    {
        var plot = new Plot();
        var rows = results.Architectures.Count;
        double[] totals = [.. results.Architectures.Select(architecture => _parts.Sum(part => Value(architecture, point, part)))];
        var axis = AxisScale.OfBars(metric, totals.Max());
        foreach (var (i, architecture) in results.Architectures.Index())
        {
            var from = 0.0;
            foreach (var (p, part) in _parts.Index())
            {
                var length = Value(architecture, point, part);
                if (length == 0)
                    continue;
                plot.Add.Bar(
                    new Bar
                    {
                        Position = rows - i,
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
            var missing = !values.Keys.Any(key => key.Architecture == architecture && key.Point == point);
            var label = plot.Add.Text(missing ? Missing(architecture, point) : Readable.Value(metric, totals[i]), from, rows - i);
            label.LabelFontName = FigureFont.Name;
            label.LabelFontSize = 12;
            label.LabelFontColor = Color.FromHex("#222222");
            label.LabelAlignment = Alignment.MiddleLeft;
            label.OffsetX = 5;
        }
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

    private string Missing(string architecture, string point) =>
        results.Comparison.Infeasible.Any(cell => cell.Architecture == architecture && cell.Point == point) ? "infeasible" : "no result";

    private double Value(string architecture, string point, string part) =>
        part == Other && !parts.Contains(Other)
            ? parts.Where(rest => !_parts.Contains(rest)).Sum(rest => values.GetValueOrDefault((architecture, point, rest)))
            : values.GetValueOrDefault((architecture, point, part));
}
