using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Mobility;

/// <summary>A disc or a square around the origin, and how far apart two places in it are.</summary>
/// <remarks>
/// Mean distance of two uniform places: disc 128 R/(45 π), square of side a a (2 + √2 + 5 ln(1 + √2))/15 (Santaló, Integral Geometry and Geometric Probability, 1976, from memory;
/// Navidi and Camp 2004 give 0.521405 a).
/// </remarks>
/// <param name="Radius">Of the disc, or half the side of the square [m].</param>
/// <param name="IsSquare">Whether it is a square.</param>
public sealed record Region(double Radius, bool IsSquare)
{
    /// <summary>Greatest distance of two places [m].</summary>
    public double Diameter => 2 * Radius * (IsSquare ? Math.Sqrt(2) : 1);

    /// <summary>Mean distance of two independent, uniform places [m].</summary>
    public double MeanDistance =>
        IsSquare ? 2 * Radius * (2 + Math.Sqrt(2) + 5 * Math.Log(1 + Math.Sqrt(2))) / 15 : 128 * Radius / (45 * Math.PI);

    /// <summary>A uniform place; takes two numbers.</summary>
    /// <param name="draw">Its luck.</param>
    /// <param name="height">Above ground [m].</param>
    public Position Place(ref Draw draw, double height)
    {
        if (IsSquare)
        {
            var x = draw.Uniform(-Radius, Radius);
            return new Position(x, draw.Uniform(-Radius, Radius), height);
        }

        var r = Radius * Math.Sqrt(draw.Uniform());
        var (sin, cos) = Math.SinCos(2 * Math.PI * draw.Uniform());
        return new Position(r * cos, r * sin, height);
    }
}
