using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>How a metric grows with the swept number, with 95 % intervals.</summary>
internal static class ScaleCurve
{
    private const int MostPanels = 6;
    private const int MostSideTicks = 7;

    /// <summary>Distance of the markers of one value, as a part of the axis [1].</summary>
    private const double Aside = 0.024;

    public static IEnumerable<Figure> Of(ComparisonResults results)
    {
        if (NumericFactor.Of(results.Comparison) is not { } factor)
            yield break;
        foreach (var contrast in Contrast.Of(results))
        foreach (var (metric, relation) in Headline.Drawn(results).Where(one => one.Metric.Family != MetricFamily.Complexity))
        {
            var rows = results
                .Means.Where(row => row.Metric == metric.Name && row.Relation == relation && results.IsSound(row))
                .ToLookup(row => contrast.PanelOf(row.Architecture, row.Point, factor.Name));
            PanelKey[] panels =
            [
                .. results
                    .Points.SelectMany(point => results.Architectures.Select(name => contrast.PanelOf(name, point, factor.Name)))
                    .Distinct()
                    .Where(rows.Contains)
                    .Take(MostPanels),
            ];
            if (panels.Length == 0)
                continue;
            yield return new(
                $"{results.Comparison.Name}-scale-{metric.Name}{(relation.Length == 0 ? "" : "-" + relation)}{contrast.Suffix}",
                $"{Headline.Title(metric, relation)}, as {factor.Name} grows{contrast.Phrase}",
                $"{metric.Definition} Bars: 95 % intervals, cut off at what is possible; where none shows, it is smaller than the marker. Markers of one value stand side by side.",
                title => Draw(title, results, contrast, metric, relation, factor, panels, rows)
            );
        }
    }

    private static Sheet Draw(
        string title,
        ComparisonResults results,
        Contrast contrast,
        Metric metric,
        string relation,
        NumericFactor factor,
        PanelKey[] panels,
        ILookup<PanelKey, SummaryRow> rows
    )
    {
        double[] shown = [.. panels.SelectMany(panel => rows[panel]).SelectMany(row => IntervalEnds.ToShow(results, row))];
        var demand = DemandLine.Of(results, metric, relation, shown);
        var y = AxisScale.Of(metric with { Title = Headline.Title(metric, relation) }, demand is null ? shown : [.. shown, demand.Value]);
        var logX = factor.Values[0].Value > 0 && factor.Values[^1].Value / factor.Values[0].Value >= 8;
        double X(double value) => logX ? Math.Log10(value) : value;
        var sides = panels.Select(panel => panel.Architecture).Distinct().Count();
        var columns = sides is 2 or 3 ? sides : Math.Min(3, panels.Length);
        var (first, last) = (X(factor.Values[0].Value), X(factor.Values[^1].Value));
        var bottom = factor.Unit.Length == 0 ? factor.Name : $"{factor.Name} ({factor.Unit})";
        List<Panel> drawn = [];
        foreach (var panel in panels)
        {
            var plot = new Plot();
            if (demand is not null)
                DemandLine.Across(plot, y.Map(demand.Value));
            foreach (var (i, curve) in contrast.Curves.Index())
            {
                var series = rows[panel]
                    .Where(row => contrast.CurveOf(row.Architecture, row.Point) == curve)
                    .Select(row =>
                        (At: factor.Values.First(value => value.Text == DesignPoint.Parse(row.Point)[factor.Name]).Value, Row: row)
                    )
                    .OrderBy(one => one.At)
                    .ToArray();
                // Equal values would hide each other.
                var aside = (i - ((contrast.Curves.Count - 1) / 2.0)) * Aside * (last - first);
                if (series.Length > 0)
                    AddSeries(
                        plot,
                        results,
                        y,
                        i,
                        [.. series.Select(one => X(one.At) + aside)],
                        [.. series.Select(one => one.Row)],
                        0.012 * (last - first)
                    );
            }
            plot.Axes.SetLimits(first - (0.07 * (last - first)), last + (0.07 * (last - first)), y.Low, y.High);
            plot.Axes.Left.TickGenerator = y.Ticks(MostSideTicks);
            drawn.Add(new(panel.Title, plot, bottom, width => Ticks(factor, X, width)));
        }
        var legend = LegendEntry.Of(contrast.Curves, factor.Values.Count > 2 ? LegendSymbol.Line : LegendSymbol.Marker);
        return new(
            title,
            drawn,
            demand is null ? legend : [.. legend, DemandLine.Entry],
            300,
            columns,
            y.SampleLabels(MostSideTicks),
            y.Title
        );
    }

    private static void AddSeries(Plot plot, ComparisonResults results, AxisScale y, int index, double[] xs, SummaryRow[] rows, double cap)
    {
        double[] ys = [.. rows.Select(row => y.MapClipped(row.Mean))];
        // Between two points nobody looked; a line there would promise a shape.
        if (xs.Length > 2)
            plot.Add.Plottable(new PatternLine(xs, ys, index));
        foreach (var (i, row) in rows.Index())
        {
            var (low, high) = IntervalEnds.Of(results, row);
            if (low < high)
                Whisker.Upright(plot, y.MapClipped(low), y.MapClipped(high), xs[i], cap, Palette.Line(index));
            plot.Add.Marker(xs[i], ys[i], Palette.Marker(index), 9, Palette.Line(index));
        }
    }

    private static NumericManual Ticks(NumericFactor factor, Func<double, double> x, float width)
    {
        var step = (int)Math.Ceiling(factor.Values.Count / (width / 62));
        var shown = factor.Values.Where((_, i) => i % step == 0).ToArray();
        return new([.. shown.Select(value => x(value.Value))], [.. shown.Select(value => Readable.Significant(value.Value))]);
    }
}
