namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>A Pareto distribution under the condition that it stays below a maximum. Inverse of the distribution function; takes one number.</summary>
/// <remarks>Moments by integration of the density α·L^α·x^(−α−1) / (1 − (L/H)^α) on [L, H]; they exist for every shape.</remarks>
public sealed record BoundedPareto : IDistribution
{
    private readonly double _share;

    /// <param name="minimum">Least value L, positive.</param>
    /// <param name="maximum">Greatest value H, above the least.</param>
    /// <param name="shape">Shape α [1], positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public BoundedPareto(double minimum, double maximum, double shape)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Legal.Finite(maximum), Legal.Positive(minimum), nameof(maximum));
        (Minimum, Maximum, Shape) = (minimum, maximum, Legal.Positive(shape));
        _share = -ExpMinus1(-shape * Math.Log(maximum / minimum));
    }

    /// <inheritdoc/>
    public double Minimum { get; }

    /// <inheritdoc/>
    public double Maximum { get; }

    /// <summary>Shape α [1].</summary>
    public double Shape { get; }

    /// <inheritdoc/>
    public double Mean => Moment(1);

    /// <inheritdoc/>
    public double Variance => Moment(2) - Mean * Mean;

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => Minimum * Math.Pow(1 - draw.Uniform() * _share, -1 / Shape);

    private double Moment(int order)
    {
        var (exponent, range) = (order - Shape, Math.Log(Maximum / Minimum));
        var integral = exponent == 0 ? range : ExpMinus1(exponent * range) / exponent;
        return Shape * Math.Pow(Minimum, order) * integral / _share;
    }

    /// <summary>eˣ − 1 to eleven digits also where x is small: the difference alone would lose them.</summary>
    private static double ExpMinus1(double x) => Math.Abs(x) < 1e-5 ? x + x * x / 2 : Math.Exp(x) - 1;
}
