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

    public static IEnumerable<Figure> Of(ComparisonResults results)
    {
        if (NumericFactor.Of(results.Comparison) is not { } factor)
            yield break;
        foreach (var (metric, relation) in Headline.Of(results).Where(one => one.Metric.Family != MetricFamily.Complexity))
        {
            var rows = results
                .Means.Where(row => row.Metric == metric.Name && row.Relation == relation)
                .ToLookup(row => Rest(row.Point, factor));
            string[] panels = [.. results.Points.Select(point => Rest(point, factor)).Distinct().Where(rows.Contains).Take(MostPanels)];
            if (panels.Length == 0)
                continue;
            yield return new(
                $"{results.Comparison.Name}-scale-{metric.Name}{(relation.Length == 0 ? "" : "-" + relation)}",
                $"{metric.Title}{(relation.Length == 0 ? "" : " of " + relation)} as {factor.Name} grows",
                $"{metric.Definition} Bars: 95 % intervals over replications; where none shows, it is smaller than the marker.",
                title => Draw(title, results, metric, factor, panels, rows)
            );
        }
    }

    private static Sheet Draw(
        string title,
        ComparisonResults results,
        Metric metric,
        NumericFactor factor,
        string[] panels,
        ILookup<string, SummaryRow> rows
    )
    {
        var shown = panels.SelectMany(panel => rows[panel]).ToArray();
        var y = AxisScale.Of(metric, [.. shown.SelectMany(row => Ends(row, metric))]);
        var logX = factor.Values[0].Value > 0 && factor.Values[^1].Value / factor.Values[0].Value >= 8;
        double X(double value) => logX ? Math.Log10(value) : value;
        var columns = Math.Min(3, panels.Length);
        var (first, last) = (X(factor.Values[0].Value), X(factor.Values[^1].Value));
        var bottom = factor.Unit.Length == 0 ? factor.Name : $"{factor.Name} ({factor.Unit})";
        List<Panel> drawn = [];
        foreach (var panel in panels)
        {
            var plot = new Plot();
            foreach (var (i, architecture) in results.Architectures.Index())
            {
                var series = rows[panel]
                    .Where(row => row.Architecture == architecture)
                    .Select(row =>
                        (At: factor.Values.First(value => value.Text == DesignPoint.Parse(row.Point)[factor.Name]).Value, Row: row)
                    )
                    .OrderBy(one => one.At)
                    .ToArray();
                if (series.Length > 0)
                    AddSeries(plot, y, i, [.. series.Select(one => X(one.At))], [.. series.Select(one => one.Row)]);
            }
            plot.Axes.SetLimits(first - (0.07 * (last - first)), last + (0.07 * (last - first)), y.Low, y.High);
            plot.Axes.Left.TickGenerator = y.Ticks(MostSideTicks);
            drawn.Add(new(Readable.Point(panel), plot, bottom, width => Ticks(factor, X, width)));
        }
        return new(
            title,
            drawn,
            LegendEntry.Of(results.Architectures, LegendSymbol.Line),
            300,
            columns,
            y.SampleLabels(MostSideTicks),
            y.Title
        );
    }

    private static void AddSeries(Plot plot, AxisScale y, int index, double[] xs, SummaryRow[] rows)
    {
        double[] ys = [.. rows.Select(row => y.MapClipped(row.Mean))];
        plot.Add.Plottable(new PatternLine(xs, ys, index));
        for (var i = 0; i < xs.Length; i++)
            plot.Add.Marker(xs[i], ys[i], Palette.Marker(index), 9, Palette.Line(index));
        plot.Add.Plottable(
            new ScottPlot.Plottables.ErrorBar(
                xs,
                ys,
                null,
                null,
                [.. rows.Select((row, i) => ys[i] - y.MapClipped(row.Low ?? row.Mean))],
                [.. rows.Select((row, i) => y.MapClipped(row.High ?? row.Mean) - ys[i])]
            )
            {
                Color = Palette.Line(index),
                LineWidth = 1.5f,
                CapSize = 5,
            }
        );
    }

    private static NumericManual Ticks(NumericFactor factor, Func<double, double> x, float width)
    {
        var step = (int)Math.Ceiling(factor.Values.Count / (width / 62));
        var shown = factor.Values.Where((_, i) => i % step == 0).ToArray();
        return new([.. shown.Select(value => x(value.Value))], [.. shown.Select(value => Readable.Significant(value.Value))]);
    }

    // A share beyond 100 % is only the interval's symmetry.
    private static double[] Ends(SummaryRow row, Metric metric) =>
        [
            row.Mean,
            row.Low is { } low && (low > 0 || row.Mean <= 0 || metric.IsShare) ? Math.Max(low, metric.IsShare ? 0 : low) : row.Mean,
            row.High is { } high ? (metric.IsShare ? Math.Min(high, Math.Max(1, row.Mean)) : high) : row.Mean,
        ];

    private static string Rest(string point, NumericFactor factor) =>
        DesignPoint.Of(DesignPoint.Parse(point).Values.Where(pair => pair.Factor != factor.Name)).ToString();
}
