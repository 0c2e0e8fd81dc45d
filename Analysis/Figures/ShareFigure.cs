using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Shares;
using M2mVsIoTSim.Analysis.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>From one end of a gap to the other, factor by factor.</summary>
internal static class ShareFigure
{
    private const int MostPanels = 6;
    private const int Raises = 4;
    private const int Lowers = 0;
    private const int End = 6;

    /// <summary>Room for the labels behind the bars, as a part of the axis.</summary>
    private const double Room = 0.38;
    private static readonly Color Ink = Color.FromHex("#222222");

    public static IEnumerable<Figure> Of(ComparisonResults results)
    {
        foreach (var (number, (question, found)) in GapQuestions.Of(results).Index())
        {
            GapShares[] all = [.. GapShares.Of(found, question).Where(gap => !gap.Shares.All(gap.IsNothing))];
            if (all.Length == 0)
                continue;
            GapShares[] shown = [.. all.Take(MostPanels)];
            yield return new(
                $"{results.Comparison.Name}-why{(number == 0 ? "" : $"-{number + 1}")}",
                $"Why they differ: from {question.TextOf(question.From)} to {question.TextOf(question.To)}, factor by factor",
                $"Each bar begins where the one above it ends: the share of the gap that the factor makes, the mean over all orders of changing the factors (Shapley value); together they lead from the one end to the other exactly. Whiskers: 95 % interval over replications. Figures in which no factor changes anything are left out.{(all.Length > shown.Length ? $" {shown.Length} of {all.Length} figures are shown; shares.csv holds all." : "")}",
                title => Draw(title, shown)
            );
        }
    }

    private static Sheet Draw(string title, GapShares[] gaps)
    {
        string[][] rows = [.. gaps.Select(Rows)];
        // Beside each other stand bars of the same names only, as their names stand at the left alone.
        var columns = rows.Any(row => !row.SequenceEqual(rows[0])) ? 1 : Math.Min(2, gaps.Length);
        return new(
            title,
            [.. gaps.Select((gap, i) => PanelOf(gap, rows[i]))],
            [
                new("raises it", Raises, LegendSymbol.Swatch),
                new("lowers it", Lowers, LegendSymbol.Swatch),
                new("mean at either end", End, LegendSymbol.Marker),
            ],
            78 + (26 * rows.Max(row => row.Length)),
            columns,
            [.. rows.SelectMany(row => row).Distinct()],
            ""
        );
    }

    private static string[] Rows(GapShares gap) => ["from", .. gap.Shares.Select(share => share.Name), "to"];

    private static Panel PanelOf(GapShares gap, string[] rows)
    {
        var plot = new Plot();
        var bars = Bars(gap).ToArray();
        var axis = AxisScale.Linear(
            gap.Metric,
            [
                .. bars.SelectMany(bar => new[] { bar.Begin, bar.End, bar.Low, bar.High }),
                .. new[] { gap.From, gap.To }.SelectMany(end => new[] { Low(gap.Metric, end), High(gap.Metric, end) }),
            ]
        );
        var scale = gap.Scale with { Unit = gap.Metric.IsShare ? "points" : gap.Scale.Unit };
        AddEnd(plot, gap.Metric, gap.From, rows.Length);
        foreach (var (i, bar) in bars.Index())
            AddBar(plot, bar, rows.Length - 1 - i, gap.IsNothing(gap.Shares[i]) ? "nothing" : Amount(scale, bar.End - bar.Begin));
        AddEnd(plot, gap.Metric, gap.To, 1);
        foreach (var drawn in plot.GetPlottables<ScottPlot.Plottables.BarPlot>())
            drawn.Horizontal = true;
        plot.Axes.SetLimits(axis.Low, axis.High + (Room * (axis.High - axis.Low)), 0.4, rows.Length + 0.6);
        plot.Axes.Left.TickGenerator = new NumericManual([.. rows.Select((_, i) => (double)(rows.Length - i))], rows);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Grid.YAxisStyle.IsVisible = false;
        return new(Headline.Title(gap.Metric, gap.Relation), plot, axis.Title, width => axis.Ticks(width / (float)(1 + Room), 60));
    }

    private static IEnumerable<(double Begin, double End, double Low, double High)> Bars(GapShares gap)
    {
        var from = gap.From.Mean;
        foreach (var share in gap.Shares.Select(share => share.Share))
        {
            yield return (from, from + share.Mean, from + (share.Low ?? share.Mean), from + (share.High ?? share.Mean));
            from += share.Mean;
        }
    }

    private static void AddBar(Plot plot, (double Begin, double End, double Low, double High) bar, int place, string text)
    {
        plot.Add.Bar(
            new Bar
            {
                Position = place,
                ValueBase = bar.Begin,
                Value = bar.End,
                Size = 0.62,
                FillColor = Palette.Fill(bar.End < bar.Begin ? Lowers : Raises),
                LineColor = Ink,
                LineWidth = 1,
                Orientation = Orientation.Horizontal,
            }
        );
        if (bar.High > bar.Low)
            Whisker.Across(plot, bar.Low, bar.High, place, 0.12, Ink);
        AddText(plot, text, Math.Max(Math.Max(bar.Begin, bar.End), bar.High), place);
        // Where it ends, the next begins.
        plot.Add.Line(bar.End, place - 0.31, bar.End, place - 0.69).Color = Ink;
    }

    private static void AddEnd(Plot plot, Metric metric, Estimate value, int place)
    {
        if (value.HalfWidth > 0)
            Whisker.Across(plot, Low(metric, value), High(metric, value), place, 0.12, Ink);
        plot.Add.Marker(value.Mean, place, Palette.Marker(End), 9, Palette.Line(End));
        AddText(plot, Readable.Level(metric, value.Mean), High(metric, value), place);
    }

    /// <summary>Cut off at what is possible.</summary>
    private static double Low(Metric metric, Estimate end) => metric.Clip(end.Low ?? end.Mean);

    private static double High(Metric metric, Estimate end) => metric.Clip(end.High ?? end.Mean);

    private static string Amount(ColumnScale scale, double share) =>
        $"{(share > 0 ? "+" : "")}{Readable.Significant(share / scale.Size)}{(scale.Unit.Length == 0 ? "" : $"\u00A0{scale.Unit}")}";

    private static void AddText(Plot plot, string text, double at, int place)
    {
        var label = plot.Add.Text(text, at, place);
        label.LabelFontName = FigureFont.Name;
        label.LabelFontSize = 12;
        label.LabelFontColor = Ink;
        label.LabelAlignment = Alignment.MiddleLeft;
        label.OffsetX = 8;
    }
}
