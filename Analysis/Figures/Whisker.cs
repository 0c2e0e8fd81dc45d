using ScottPlot;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Draws intervals that need not be symmetric.</summary>
internal static class Whisker
{
    /// <summary>An interval along the horizontal axis.</summary>
    /// <param name="plot">Where to draw.</param>
    /// <param name="low">Where it begins.</param>
    /// <param name="high">Where it ends.</param>
    /// <param name="at">Its place on the vertical axis.</param>
    /// <param name="cap">Half the length of its ends, in units of the vertical axis; 0 for none.</param>
    /// <param name="color">Its colour.</param>
    public static void Across(Plot plot, double low, double high, double at, double cap, Color color)
    {
        Line(plot, low, at, high, at, color);
        if (cap > 0)
        {
            Line(plot, low, at - cap, low, at + cap, color);
            Line(plot, high, at - cap, high, at + cap, color);
        }
    }

    /// <summary>An interval along the vertical axis.</summary>
    /// <inheritdoc cref="Across"/>
    public static void Upright(Plot plot, double low, double high, double at, double cap, Color color)
    {
        Line(plot, at, low, at, high, color);
        Line(plot, at - cap, low, at + cap, low, color);
        Line(plot, at - cap, high, at + cap, high, color);
    }

    private static void Line(Plot plot, double x1, double y1, double x2, double y2, Color color)
    {
        var line = plot.Add.Line(x1, y1, x2, y2);
        line.Color = color;
        line.LineWidth = 1.5f;
    }
}
