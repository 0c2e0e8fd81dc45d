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
        foreach (var relation in results.Comparison.Relations.Select(relation => relation.Name))
        {
            var points = FacetPoints.Choose(results, MostPanels);
            var rows = results
                .Distributions.Where(row => row.Relation == relation && row.Metric == "latency")
                .ToLookup(row => (row.Architecture, row.Point));
            if (!points.Any(point => results.Architectures.Any(architecture => rows.Contains((architecture, point)))))
                continue;
            yield return new(
                $"{results.Comparison.Name}-latency-{relation}",
                $"Latency of {relation}: the further left a curve, the sooner the information arrives",
                $"Share of the expected arrivals of {relation} that have happened within a time, all replications together; a curve ends at the "
                    + "share that is delivered at all. Markers: half and 95 % of what is delivered. Read off to within 5 %. A step is a message where few were due."
                    + FacetPoints.Note(results, points),
                title => Draw(title, results, relation, points, rows)
            );
        }
    }

    private static Sheet Draw(
        string title,
        ComparisonResults results,
        string relation,
        IReadOnlyList<string> points,
        ILookup<(string, string), DistributionRow> rows
    )
    {
        var shown = points.SelectMany(point => results.Architectures.SelectMany(architecture => rows[(architecture, point)])).ToArray();
        // The shortest times have an edge at 0, which a logarithmic axis cannot show.
        var axis = AxisScale.OfTimes(
            MetricTable.Find("latency-mean"),
            Math.Max(1e-9, shown.Min(row => row.Lower)),
            Math.Max(2e-9, shown.Max(row => row.Upper))
        );
        List<Panel> panels = [];
        var columns = FacetPoints.Columns(results, points);
        foreach (var point in points)
        {
            var plot = new Plot();
            foreach (var (i, architecture) in results.Architectures.Index())
                AddCurve(plot, axis, i, rows[(architecture, point)], results.Find(architecture, point, relation, "delivery")?.Mean ?? 1);
            plot.Axes.SetLimits(axis.Low, axis.High, 0, 1.04);
            plot.Axes.Left.TickGenerator = new NumericManual([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"]);
            panels.Add(new(Readable.Point(point), plot, axis.Title, width => axis.Ticks(width, 60)));
        }
        return new(
            title,
            panels,
            LegendEntry.Of(results.Architectures, LegendSymbol.Line),
            290,
            columns,
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
