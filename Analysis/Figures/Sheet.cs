using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;
using SkiaSharp;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>A figure's paper: title, plots side by side with a common vertical axis, and one legend below, clear of the data.</summary>
/// <param name="Title">A sentence.</param>
/// <param name="Panels">The plots, row by row; at least one.</param>
/// <param name="Legend">The legend.</param>
/// <param name="PanelHeight">Height of each plot with a line for its title and one for the name of its axis [px]; further lines come on top.</param>
/// <param name="Columns">Plots per row.</param>
/// <param name="SideLabels">Texts beside the vertical axis; the widest sets the room for them.</param>
/// <param name="SideTitle">Name of the vertical axis; may be empty.</param>
internal sealed partial record Sheet(
    string Title,
    IReadOnlyList<Panel> Panels,
    IReadOnlyList<LegendEntry> Legend,
    float PanelHeight,
    int Columns,
    IReadOnlyList<string> SideLabels,
    string SideTitle
)
{
    /// <summary>Width of every figure [px].</summary>
    private const int Width = 960;
    private const float TitleSize = 18;
    private const float TextSize = 13;
    private const float Margin = 14;
    private const float Line = 17;
    private const float Gap = 34;
    private const float LegendLine = 22;
    private const float TopOfOneLine = 10 + Line;
    private const float BottomOfOneLine = 32 + Line;
    private const float Symbol = 34;

    /// <summary>Level of compression; plain areas pack better without a filter of rows, and more than twice as fast.</summary>
    private const int Packing = 6;
    private static readonly Color Ink = Color.FromHex("#222222");

    private List<string> TitleLines => Wrap(Title, FigureFont.Of(TitleSize, bold: true), Width - (2 * Margin));

    private float Top => Margin + (TitleLines.Count * (TitleSize + 6)) + 4;

    private int Rows => (Panels.Count + Columns - 1) / Columns;

    private int Height => (int)Math.Ceiling(Top + (Rows * RowHeight) + (LegendRows().Count * LegendLine) + Margin);

    /// <summary>The figure as SVG; the same content gives the same bytes.</summary>
    public string ToSvg()
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream))
            Draw(canvas);
        return Tidy(Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>The figure as PNG, two pixels for one.</summary>
    public byte[] ToPng()
    {
        const int Scale = 2;
        using var surface = SKSurface.Create(new SKImageInfo(Width * Scale, Height * Scale));
        surface.Canvas.Scale(Scale);
        Draw(surface.Canvas);
        using var pixels = surface.PeekPixels();
        using var stream = new MemoryStream();
        pixels.Encode(stream, new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, Packing));
        return stream.ToArray();
    }

    private void Draw(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        using var ink = new SKPaint { Color = Ink.ToSKColor(), IsAntialias = true };
        var y = Margin;
        foreach (var line in TitleLines)
        {
            y += TitleSize + 2;
            canvas.DrawText(line, Margin, y, SKTextAlign.Left, FigureFont.Of(TitleSize, bold: true), ink);
            y += 4;
        }
        foreach (var (i, panel) in Panels.Index())
            Draw(canvas, ink, panel, i);
        DrawLegend(canvas, ink);
    }

    private float Side =>
        SideLabels.Select(label => FigureFont.Of(TextSize, bold: false).MeasureText(label)).DefaultIfEmpty(0).Max()
        + 14
        + (SideTitle.Length > 0 ? (SideLines.Count * Line) + 4 : 0);

    /// <summary>The name of the vertical axis, broken so that it stays beside its plot.</summary>
    private List<string> SideLines => Wrap(SideTitle, FigureFont.Of(TextSize, bold: false), PanelHeight - 90);

    /// <summary>Titles and names of several lines do not take room from the plot.</summary>
    private float RowHeight => PanelHeight + PanelTop + PanelBottom - TopOfOneLine - BottomOfOneLine;

    private float PlotWidth => ((Width - (2 * Margin) - Side) / Columns) - Gap;

    private float PanelTop => TopOfOneLine - Line + (Line * Panels.Max(panel => Lines(panel.Title, bold: true).Count));

    private float PanelBottom => BottomOfOneLine - Line + (Line * Panels.Max(panel => Lines(panel.BottomTitle, bold: false).Count));

    private List<string> Lines(string text, bool bold) => Wrap(text, FigureFont.Of(TextSize, bold), PlotWidth + Gap - 6);

    private void Draw(SKCanvas canvas, SKPaint ink, Panel panel, int index)
    {
        var (row, column) = (index / Columns, index % Columns);
        var side = column == 0 ? Side : 0;
        var left = Margin + (column == 0 ? 0 : Side + (column * (PlotWidth + Gap)));
        var top = Top + (row * RowHeight);
        var right = left + side + PlotWidth + Gap;
        Style(panel.Plot, sideShown: column == 0);
        panel.Plot.Axes.Bottom.TickGenerator = panel.BottomTicks(PlotWidth);
        panel.Plot.Layout.Fixed(new PixelPadding(side, Gap, PanelBottom, PanelTop));
        canvas.Save();
        panel.Plot.RenderManager.ClearCanvasBeforeEachRender = false;
        panel.Plot.Render(canvas, new PixelRect(left, right, top + RowHeight, top));
        canvas.Restore();
        var middle = left + side + (PlotWidth / 2);
        var titles = Lines(panel.Title, bold: true);
        DrawLines(canvas, ink, titles, middle, top + PanelTop - 9 - ((titles.Count - 1) * Line), bold: true);
        DrawLines(canvas, ink, Lines(panel.BottomTitle, bold: false), middle, top + RowHeight - PanelBottom + 38, bold: false);
        if (column == 0 && SideTitle.Length > 0)
            DrawSideTitle(canvas, ink, top + ((RowHeight + PanelTop - PanelBottom) / 2));
    }

    private static void DrawLines(SKCanvas canvas, SKPaint ink, List<string> lines, float x, float y, bool bold)
    {
        foreach (var (i, line) in lines.Index())
            canvas.DrawText(line, x, y + (i * Line), SKTextAlign.Center, FigureFont.Of(TextSize, bold), ink);
    }

    private void DrawSideTitle(SKCanvas canvas, SKPaint ink, float middle)
    {
        canvas.Save();
        canvas.RotateDegrees(-90, Margin + TextSize, middle);
        DrawLines(canvas, ink, SideLines, Margin + TextSize, middle, bold: false);
        canvas.Restore();
    }

    private static void Style(Plot plot, bool sideShown)
    {
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.White;
        plot.Grid.MajorLineColor = Color.FromHex("#E2E2E2");
        plot.HideLegend();
        foreach (var axis in (IAxis[])[plot.Axes.Bottom, plot.Axes.Left])
        {
            axis.TickLabelStyle.FontName = FigureFont.Name;
            axis.TickLabelStyle.FontSize = TextSize;
            axis.TickLabelStyle.ForeColor = Ink;
            axis.MajorTickStyle.Color = Ink;
            axis.FrameLineStyle.Color = Ink;
        }
        plot.Axes.Bottom.Label.Text = "";
        plot.Axes.Left.Label.Text = "";
        plot.Axes.Left.TickLabelStyle.IsVisible = sideShown;
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
    }

    private void DrawLegend(SKCanvas canvas, SKPaint ink)
    {
        var y = Top + (Rows * RowHeight) + (LegendLine / 2);
        foreach (var row in LegendRows())
        {
            var x = (Width - row.Sum(EntryWidth)) / 2;
            foreach (var entry in row)
            {
                DrawSymbol(canvas, entry, x, y);
                canvas.DrawText(
                    entry.Label,
                    x + Symbol,
                    y + (TextSize * 0.35f),
                    SKTextAlign.Left,
                    FigureFont.Of(TextSize, bold: false),
                    ink
                );
                x += EntryWidth(entry);
            }
            y += LegendLine;
        }
    }

    private static void DrawSymbol(SKCanvas canvas, LegendEntry entry, float x, float y)
    {
        if (entry.Symbol == LegendSymbol.Swatch)
        {
            using var fill = new SKPaint { Color = Palette.Fill(entry.Index).ToSKColor() };
            canvas.DrawRect(x + 10, y - 6, 16, 12, fill);
            if (entry.Index < 0)
            {
                using var outline = new SKPaint { Color = Ink.ToSKColor(), Style = SKPaintStyle.Stroke };
                canvas.DrawRect(x + 10, y - 6, 16, 12, outline);
            }

            return;
        }
        if (entry.Symbol == LegendSymbol.Demand)
        {
            PatternLine.Draw(canvas, [new(x, y), new(x + Symbol - 8, y)], entry.Index);
            return;
        }
        if (entry.Symbol == LegendSymbol.Line)
            PatternLine.Draw(canvas, [new(x, y), new(x + Symbol - 8, y)], entry.Index);
        using var paint = Paint.NewDisposablePaint();
        new MarkerStyle(Palette.Marker(entry.Index), 9, Palette.Line(entry.Index)).Render(
            canvas,
            new Pixel(x + ((Symbol - 8) / 2), y),
            paint
        );
    }

    private List<List<LegendEntry>> LegendRows()
    {
        List<List<LegendEntry>> rows = [];
        var used = float.PositiveInfinity;
        foreach (var entry in Legend)
        {
            if (used + EntryWidth(entry) > Width - (2 * Margin))
            {
                rows.Add([]);
                used = 0;
            }
            rows[^1].Add(entry);
            used += EntryWidth(entry);
        }
        return rows;
    }

    private static float EntryWidth(LegendEntry entry) => Symbol + FigureFont.Of(TextSize, bold: false).MeasureText(entry.Label) + 18;

    private static List<string> Wrap(string text, SKFont font, float width)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.MeasureText(longer) > width)
            {
                lines.Add(line);
                longer = word;
            }
            line = longer;
        }
        lines.Add(line);
        return lines;
    }

    /// <summary>Numbers ids from 0 in each file, as the library counts them over the life of the process, and drops digits nobody sees.</summary>
    private static string Tidy(string svg)
    {
        // Readers without the font get one of much the same widths.
        svg = svg.Replace(
            $"font-family=\"{FigureFont.Name}\"",
            $"font-family=\"{FigureFont.Name}, Verdana, Arial, sans-serif\"",
            StringComparison.Ordinal
        );
        svg = LongNumber().Replace(svg, match => match.Groups["short"].Value);
        Dictionary<string, string> ids = [];
        foreach (Match match in Id().Matches(svg))
            ids.TryAdd(match.Groups["id"].Value, $"i{ids.Count}");
        return IdUse().Replace(svg, match => match.Groups["before"].Value + ids[match.Groups["id"].Value] + match.Groups["after"].Value);
    }

    [GeneratedRegex("\\bid=\"(?<id>[^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("(?<short>\\d\\.\\d\\d)\\d+")]
    private static partial Regex LongNumber();

    [GeneratedRegex("(?<before>\\bid=\"|url\\(#|href=\"#)(?<id>[^\")]+)(?<after>[\")])")]
    private static partial Regex IdUse();
}
