namespace M2mVsIoTSim.Units;

/// <summary>Straight lines between the points of a table, level beyond its ends.</summary>
internal static class Polyline
{
    /// <summary>The height at a place.</summary>
    /// <param name="points">At least one, by strictly ascending X.</param>
    /// <param name="x">The place, in the unit of X.</param>
    public static double At((double X, double Y)[] points, double x)
    {
        var above = Array.FindIndex(points, point => point.X >= x);
        if (above <= 0)
        {
            return above == 0 ? points[0].Y : points[^1].Y;
        }

        var (low, high) = (points[above - 1], points[above]);
        return low.Y + (high.Y - low.Y) * (x - low.X) / (high.X - low.X);
    }
}
