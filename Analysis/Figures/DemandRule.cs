using ScottPlot;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>A dashed line across all of a plot.</summary>
/// <param name="at">Where it lies on its axis, mapped.</param>
/// <param name="isUpright">Whether that is the horizontal axis.</param>
internal sealed class DemandRule(double at, bool isUpright) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        var room = rp.DataRect;
        var (x, y) = (Axes.GetPixelX(at), Axes.GetPixelY(at));
        PatternLine.Draw(
            rp.Canvas,
            isUpright ? [new(x, room.Bottom), new(x, room.Top)] : [new(room.Left, y), new(room.Right, y)],
            Palette.Demand
        );
    }
}
