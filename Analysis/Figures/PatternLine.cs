using ScottPlot;
using SkiaSharp;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>A line of solid, dashed or dotted style that SVG files keep.</summary>
/// <remarks>The SVG writer drops dash effects and complains on the console; the dashes are therefore filled as outlines.</remarks>
internal sealed class PatternLine(IReadOnlyList<double> xs, IReadOnlyList<double> ys, int style) : IPlottable
{
    public const float Width = 2;

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => new(xs.Min(), xs.Max(), ys.Min(), ys.Max());

    public void Render(RenderPack rp) => Draw(rp.Canvas, [.. xs.Zip(ys, (x, y) => Axes.GetPixel(new Coordinates(x, y)))], style);

    /// <summary>Draws the line through <paramref name="points"/> in the style of the series of that number.</summary>
    public static void Draw(SKCanvas canvas, IReadOnlyList<Pixel> points, int style)
    {
        if (points.Count < 2)
            return;
        using var path = new SKPath();
        path.MoveTo(points[0].X, points[0].Y);
        foreach (var point in points.Skip(1))
            path.LineTo(point.X, point.Y);
        using var stroke = new SKPaint
        {
            Style = SKPaintStyle.Stroke,
            StrokeWidth = Width,
            StrokeJoin = SKStrokeJoin.Round,
        };
        using var dash = Palette.Dashes(style) is { } lengths ? SKPathEffect.CreateDash(lengths, 0) : null;
        stroke.PathEffect = dash;
        using var outline = stroke.GetFillPath(path);
        using var fill = new SKPaint { Color = Palette.Line(style).ToSKColor(), IsAntialias = true };
        canvas.DrawPath(outline, fill);
    }
}
