using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>The key metrics of all architectures side by side, with 95 % intervals.</summary>
internal static class DotPlot
{
    private const int MostRows = 6;
    private const int MostPanels = 6;

    public static IEnumerable<Figure> Of(ComparisonResults results)
    {
        var all = Headline.Drawn(results);
        var metrics = all.Take(MostPanels).ToArray();
        if (metrics.Length == 0)
            yield break;
        var points = FacetPoints.Choose(results, MostRows);
        yield return new(
            $"{results.Comparison.Name}-overview",
            "The architectures side by side",
            $"Means with 95 % intervals, cut off at what is possible; where no interval shows, it is smaller than the marker. A missing marker: infeasible, nothing was measured, or too few messages for a percentile.{(all.Count > metrics.Length ? $" {metrics.Length} of {all.Count} key figures are shown." : "")}{FacetPoints.Note(results, points)}",
            title => Draw(title, results, metrics, points)
        );
    }

    private static Sheet Draw(
        string title,
        ComparisonResults results,
        (Metric Metric, string Relation)[] metrics,
        IReadOnlyList<string> points
    )
    {
        var columns = metrics.Length == 4 ? 2 : Math.Min(3, metrics.Length);
        string[] labels = [.. points.Select(point => point.Length == 0 ? "" : Readable.Point(point))];
        List<Panel> panels = [];
        var isDemanded = false;
        foreach (var (metric, relation) in metrics)
        {
            var plot = new Plot();
            SummaryRow?[][] rows =
            [
                .. results.Architectures.Select(architecture =>
                    points.Select(point => Shown(results, architecture, point, relation, metric)).ToArray()
                ),
            ];
            double[] shown = [.. rows.SelectMany(row => row).OfType<SummaryRow>().SelectMany(row => IntervalEnds.ToShow(results, row))];
            var demand = DemandLine.Of(results, metric, relation, shown);
            var axis = AxisScale.Of(
                relation.Length == 0 || metric.Name == "energy-per-day" ? metric with { Title = Headline.Title(metric, relation) } : metric,
                demand is null ? shown : [.. shown, demand.Value]
            );
            if (demand is not null)
                DemandLine.Upright(plot, axis.Map(demand.Value));
            isDemanded |= demand is not null;
            foreach (var (i, row) in rows.Index())
                AddSeries(plot, results, axis, i, rows.Length, row);
            plot.Axes.SetLimits(axis.Low, axis.High, 0.4, points.Count + 0.6);
            plot.Axes.Left.TickGenerator = new NumericManual(
                [.. Enumerable.Range(0, points.Count).Select(p => (double)(points.Count - p))],
                labels
            );
            plot.Axes.Left.MajorTickStyle.Length = 0;
            panels.Add(new(relation.Length == 0 ? "whole architecture" : relation, plot, axis.Title, width => axis.Ticks(width, 50)));
        }
        var height = 78 + (points.Count * (14 + (11 * results.Architectures.Count)));
        var legend = LegendEntry.Of(results.Architectures, LegendSymbol.Marker);
        return new(title, panels, isDemanded ? [.. legend, DemandLine.Entry] : legend, height + 16, columns, labels, "");
    }

    private static SummaryRow? Shown(ComparisonResults results, string architecture, string point, string relation, Metric metric) =>
        results.Find(architecture, point, relation, metric.Name) is { } row && results.IsSound(row) ? row : null;

    private static void AddSeries(Plot plot, ComparisonResults results, AxisScale axis, int index, int count, SummaryRow?[] rows)
    {
        foreach (var (p, row) in rows.Index())
        {
            if (row is null)
                continue;
            var y = rows.Length - p + (0.62 * (((count - 1) / 2.0) - index) / Math.Max(1, count));
            var color = Palette.Line(index);
            var (low, high) = IntervalEnds.Of(results, row);
            Whisker.Across(plot, axis.MapClipped(low), axis.MapClipped(high), y, cap: 0, color);
            plot.Add.Marker(axis.Map(row.Mean), y, Palette.Marker(index), 9, color);
        }
    }
}
