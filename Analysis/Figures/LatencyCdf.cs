using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Share of the expected arrivals that have happened within a time.</summary>
internal static class LatencyCdf
{
    private const int MostPanels = 6;
    private static readonly double[] Marked = [0.5, 0.95];

    public static IEnumerable<Figure> Of(ComparisonResults results)
    {
        foreach (var contrast in Contrast.Of(results))
        foreach (var relation in results.Comparison.Relations.Select(relation => relation.Name))
        {
            var rows = results
                .Distributions.Where(row => row.Relation == relation && row.Metric == "latency")
                .ToLookup(row => (row.Architecture, row.Point));
            var (cells, note) = Cells(results, contrast, rows);
            if (cells.Count == 0)
                continue;
            yield return new(
                $"{results.Comparison.Name}-latency-{relation}{contrast.Suffix}",
                $"Latency of {relation}{contrast.Phrase}: the further left a curve, the sooner the information arrives",
                $"Share of the expected arrivals of {relation} that have happened within a time, all replications together; a curve ends at the "
                    + "share that is delivered at all. Markers: half and 95 % of what is delivered. Read off to within 5 %. A step is a message where few were due."
                    + note,
                title => Draw(title, results, contrast, relation, cells, rows)
            );
        }
    }

    /// <summary>What there is to draw, in panels for which there is room, and what to say of the rest.</summary>
    private static (IReadOnlyList<(PanelKey Panel, string Architecture, string Point)> Cells, string Note) Cells(
        ComparisonResults results,
        Contrast contrast,
        ILookup<(string, string), DistributionRow> rows
    )
    {
        var all = results
            .Points.SelectMany(point =>
                results.Architectures.Select(name => (Panel: contrast.PanelOf(name, point), Architecture: name, Point: point))
            )
            .ToArray();
        string[] points = [.. all.Select(cell => cell.Panel.Point).Distinct()];
        var sides = all.Select(cell => cell.Panel.Architecture).Distinct().Count();
        var chosen = FacetPoints.Choose(results, points, MostPanels / Math.Max(1, sides));
        return (
            [.. all.Where(cell => chosen.Contains(cell.Panel.Point) && rows.Contains((cell.Architecture, cell.Point)))],
            FacetPoints.Note(chosen.Count, points.Length)
        );
    }

    private static Sheet Draw(
        string title,
        ComparisonResults results,
        Contrast contrast,
        string relation,
        IReadOnlyList<(PanelKey Panel, string Architecture, string Point)> cells,
        ILookup<(string, string), DistributionRow> rows
    )
    {
        var shown = cells.SelectMany(cell => rows[(cell.Architecture, cell.Point)]).ToArray();
        // The shortest times have an edge at 0, which a logarithmic axis cannot show.
        var axis = AxisScale.OfTimes(
            MetricTable.Find("latency-mean"),
            Math.Max(1e-9, shown.Min(row => row.Lower)),
            Math.Max(2e-9, shown.Max(row => row.Upper))
        );
        List<Panel> panels = [];
        foreach (var panel in cells.GroupBy(cell => cell.Panel))
        {
            var plot = new Plot();
            foreach (var (_, architecture, point) in panel)
                AddCurve(
                    plot,
                    axis,
                    contrast.Curves.ToList().IndexOf(contrast.CurveOf(architecture, point)),
                    rows[(architecture, point)],
                    results.Find(architecture, point, relation, "delivery")?.Mean ?? 1
                );
            plot.Axes.SetLimits(axis.Low, axis.High, 0, 1.04);
            plot.Axes.Left.TickGenerator = new NumericManual([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"]);
            panels.Add(new(panel.Key.Title, plot, axis.Title, width => axis.Ticks(width, 60)));
        }
        var sides = cells.Select(cell => cell.Panel.Architecture).Distinct().Count();
        return new(
            title,
            panels,
            LegendEntry.Of(contrast.Curves, LegendSymbol.Line),
            290,
            sides > 1 ? sides : FacetPoints.Columns(results, [.. cells.Select(cell => cell.Panel.Point).Distinct()]),
            ["100 %"],
            "share of expected arrivals"
        );
    }

    private static void AddCurve(Plot plot, AxisScale axis, int index, IEnumerable<DistributionRow> rows, double delivered)
    {
        var histogram = new LogHistogram();
        foreach (var row in rows)
            histogram.Add(row.Bucket, row.Count);
        if (histogram.Count == 0)
            return;
        List<double> xs = [axis.Map(Math.Max(1e-9, LogHistogram.Lower(histogram.Buckets.First().Bucket)))];
        List<double> ys = [0];
        var seen = 0L;
        var end = histogram.Buckets.First().Bucket;
        foreach (var (bucket, count) in histogram.Buckets)
        {
            // Nothing arrives between two buckets that are not neighbours.
            if (bucket > end)
            {
                xs.Add(axis.Map(LogHistogram.Lower(bucket)));
                ys.Add(ys[^1]);
            }
            end = bucket + 1;
            seen += count;
            xs.Add(axis.Map(LogHistogram.Upper(bucket)));
            ys.Add(delivered * seen / histogram.Count);
        }
        plot.Add.Plottable(new PatternLine(xs, ys, index));
        foreach (var share in Marked)
        {
            var at = ys.FindIndex(y => y >= share * delivered);
            plot.Add.Marker(xs[at], ys[at], Palette.Marker(index), 8, Palette.Line(index));
        }
    }
}
