using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>A polynomial through what was found at some points of several inputs, with a band that holds it everywhere at once.</summary>
/// <remarks>
/// Least squares (Box and Wilson, J. R. Stat. Soc. B 13 (1951)); of a plane, a plane with squares, and a full quadratic the first is taken which the next does not beat by a tenth in predicting left-out points (PRESS; Allen, Technometrics 16 (1974)).
/// The band is that of Working and Hotelling as extended by Scheffé: with the confidence asked for, the surface lies within it at all points together. All from memory.
/// </remarks>
public sealed class ResponseSurface
{
    private readonly Func<double[], double[]> _terms;
    private readonly Vector<double> _coefficients;
    private readonly Matrix<double> _covariance;
    private readonly int _free;

    private ResponseSurface(
        Func<double[], double[]> terms,
        Vector<double> coefficients,
        Matrix<double> inverse,
        double error,
        int free,
        SurfaceKind kind
    )
    {
        (_terms, _coefficients, _free, Kind, ResidualDeviation) = (terms, coefficients, free, kind, error);
        _covariance = inverse * (error * error);
    }

    /// <summary>Which polynomial it is.</summary>
    public SurfaceKind Kind { get; }

    /// <summary>Standard deviation of what the polynomial leaves unexplained, in the unit of the values.</summary>
    public double ResidualDeviation { get; }

    /// <summary>Fits a surface.</summary>
    /// <param name="points">Coordinates of each point, about −1 to 1.</param>
    /// <param name="values">What was found there.</param>
    /// <returns>Null where there are fewer points than a plane with one degree of freedom needs, or where they do not span the inputs.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static ResponseSurface? Fit(IReadOnlyList<double[]> points, IReadOnlyList<double> values)
    {
        if (points.Count != values.Count)
            throw new ArgumentException($"{points.Count} points do not go with {values.Count} values.", nameof(values));
        ResponseSurface? best = null;
        var least = double.PositiveInfinity;
        foreach (var kind in Enum.GetValues<SurfaceKind>())
        {
            if (Fit(points, values, kind) is var (surface, press) && press < least * Better)
                (best, least) = (surface, press);
        }
        return best;
    }

    /// <summary>The height of the surface at a point.</summary>
    public double At(double[] point) => _coefficients.DotProduct(Vector<double>.Build.Dense(_terms(point)));

    /// <summary>How far the true surface may lie from this one at a point, at all points at once.</summary>
    /// <param name="point">The point.</param>
    /// <param name="confidence">Between 0 and 1 [1].</param>
    public double Band(double[] point, double confidence)
    {
        var terms = Vector<double>.Build.Dense(_terms(point));
        var count = terms.Count;
        return Math.Sqrt(Math.Max(0, count * Quantile(count, confidence) * terms.DotProduct(_covariance * terms)));
    }

    private double Quantile(int terms, double confidence)
    {
        if (_quantile is not { } known || known.Confidence != confidence)
            _quantile = known = (confidence, FisherSnedecor.InvCDF(terms, _free, confidence));
        return known.Value;
    }

    private (double Confidence, double Value)? _quantile;

    private static (ResponseSurface Surface, double Press)? Fit(
        IReadOnlyList<double[]> points,
        IReadOnlyList<double> values,
        SurfaceKind kind
    )
    {
        if (points.Count == 0)
            return null;
        double[] Terms(double[] x) => Expand(x, kind);
        var count = Terms(points[0]).Length;
        if (points.Count <= count)
            return null;
        var design = Matrix<double>.Build.DenseOfRowArrays(points.Select(Terms));
        var normal = design.TransposeThisAndMultiply(design);
        if (normal.ConditionNumber() is var condition && !(condition < WorstCondition))
            return null;
        var inverse = normal.Inverse();
        var coefficients = design.QR().Solve(Vector<double>.Build.DenseOfEnumerable(values));
        var residuals = Vector<double>.Build.DenseOfEnumerable(values) - (design * coefficients);
        var press = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            var row = design.Row(i);
            var leverage = row.DotProduct(inverse * row);
            // A point that alone holds up a term says nothing of how well the others predict it.
            if (leverage > 1 - 1e-9)
                return null;
            press += Math.Pow(residuals[i] / (1 - leverage), 2);
        }
        var free = points.Count - count;
        // What rounding leaves is no error: a plane is exact for a plane.
        var scale = values.Max(Math.Abs);
        var error = Math.Sqrt(residuals.DotProduct(residuals) / free);
        if (error < 1e-12 * scale)
            (error, press) = (0, 0);
        return (new(Terms, coefficients, inverse, error, free, kind), press);
    }

    private const double WorstCondition = 1e10;

    /// <summary>How much less a polynomial with more terms must err to be taken [1]; chosen: chance alone often saves it a few per cent.</summary>
    private const double Better = 0.9;

    private static double[] Expand(double[] x, SurfaceKind kind) =>
        [
            1,
            .. x,
            .. kind == SurfaceKind.Plane ? [] : x.Select(one => one * one),
            .. kind == SurfaceKind.Quadratic ? x.SelectMany((a, i) => x.Skip(i + 1).Select(b => a * b)) : [],
        ];
}

/// <summary>Polynomials of a surface, in the order of their number of terms.</summary>
public enum SurfaceKind
{
    /// <summary>A constant and a slope for each input.</summary>
    Plane,

    /// <summary>Also the square of each input.</summary>
    PlaneAndSquares,

    /// <summary>Also the product of each two inputs.</summary>
    Quadratic,
}
