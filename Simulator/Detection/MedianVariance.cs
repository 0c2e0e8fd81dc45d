namespace M2mVsIoTSim.Detection;

/// <summary>Variance of the median of independent standard normal values.</summary>
/// <remarks>
/// By quadrature of the density of the middle order statistic or, for an even number, of the joint density of the two in the middle (H. A. David, H. N. Nagaraja, Order
/// Statistics, 3rd edition, sections 2.1 and 2.2). Tested against published values in <c>Tests/Detection/MedianTests</c>.
/// </remarks>
public static class MedianVariance
{
    private const int Steps = 120;

    /// <summary>The variance [1].</summary>
    /// <param name="count">How many values, at least 1 [1].</param>
    public static double Of(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        // At least eight standard deviations of a median to either side. The trapezoidal rule is exact to rounding for what vanishes at both ends, and to 1 in 5000 over the triangle of pairs.
        var (reach, below) = (10 / Math.Sqrt(count), (count - 1) / 2);
        var points = new (double X, double Lower, double Upper)[Steps + 1];
        for (var i = 0; i <= Steps; i++)
        {
            var x = reach * (2.0 * i / Steps - 1);
            // Logarithms of Φ^m φ and of (1 − Φ)^m φ: powers of a large count would underflow.
            points[i] = (x, below * Math.Log(RunLength.Upper(-x)) - x * x / 2, below * Math.Log(RunLength.Upper(x)) - x * x / 2);
        }

        return count % 2 == 1 ? Odd(points) : Even(points, below);
    }

    private static double Odd((double X, double Lower, double Upper)[] points)
    {
        var (sum, weights, middle) = (0.0, 0.0, points[Steps / 2]);
        foreach (var (x, lower, upper) in points)
        {
            // Φ^m (1 − Φ)^m φ, relative to its value at 0.
            var weight = Math.Exp(lower + upper + x * x / 2 - middle.Lower - middle.Upper);
            (sum, weights) = (sum + weight * x * x, weights + weight);
        }

        return sum / weights;
    }

    private static double Even((double X, double Lower, double Upper)[] points, int below)
    {
        var (sum, weights, middle) = (0.0, 0.0, points[Steps / 2]);
        for (var i = 0; i <= Steps; i++)
        {
            for (var j = i; j <= Steps; j++)
            {
                var weight = Math.Exp(points[i].Lower + points[j].Upper - middle.Lower - middle.Upper) * (i == j ? 0.5 : 1);
                var mean = (points[i].X + points[j].X) / 2;
                (sum, weights) = (sum + weight * mean * mean, weights + weight);
            }
        }

        return sum / weights;
    }
}
