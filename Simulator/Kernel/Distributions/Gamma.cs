namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Gamma by shape and scale: mean shape·scale.</summary>
/// <remarks>Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26(3), 2000, with their power of a uniform for shapes
/// below 1. Rejection: takes three numbers a try, at least 95 % of which succeed, and one more for a shape below 1.</remarks>
public sealed record Gamma : IDistribution
{
    /// <param name="shape">Shape k [1], positive.</param>
    /// <param name="scale">Scale θ, positive; the inverse of the rate.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public Gamma(double shape, double scale) => (Shape, Scale) = (Legal.Positive(shape), Legal.Positive(scale));

    /// <summary>Shape k [1].</summary>
    public double Shape { get; }

    /// <summary>Scale θ.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public double Mean => Shape * Scale;

    /// <inheritdoc/>
    public double Variance => Shape * Scale * Scale;

    /// <inheritdoc/>
    public double Minimum => 0;

    /// <inheritdoc/>
    public double Maximum => double.PositiveInfinity;

    /// <summary>A gamma distribution by its mean and coefficient of variation.</summary>
    /// <param name="mean">Mean, positive.</param>
    /// <param name="variation">Standard deviation over mean [1], positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public static Gamma OfMean(double mean, double variation)
    {
        var square = Legal.Positive(variation) * variation;
        return new(1 / square, Legal.Positive(mean) * square);
    }

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => Scale * Standard(ref draw, Shape);

    /// <summary>A sample of scale 1.</summary>
    internal static double Standard(ref Draw draw, double shape)
    {
        if (shape < 1)
        {
            var power = Math.Pow(1 - draw.Uniform(), 1 / shape);
            return power * Standard(ref draw, shape + 1);
        }

        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = draw.Normal();
            var u = 1 - draw.Uniform();
            var root = 1 + c * x;
            var v = root * root * root;
            if (v > 0 && (u < 1 - 0.0331 * x * x * x * x || Math.Log(u) < x * x / 2 + d * (1 - v + Math.Log(v))))
            {
                return d * v;
            }
        }
    }
}
