namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Pareto (type I) by minimum and shape: 1 − F(x) = (minimum/x)^shape. Inverse of the distribution function; takes one number.</summary>
/// <remarks>The mean is infinite up to a shape of 1, the variance up to 2: averages of such samples do not settle. See <see cref="BoundedPareto"/>.</remarks>
public sealed record Pareto : IDistribution
{
    /// <param name="minimum">Least value, positive.</param>
    /// <param name="shape">Shape α [1], positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public Pareto(double minimum, double shape) => (Minimum, Shape) = (Legal.Positive(minimum), Legal.Positive(shape));

    /// <inheritdoc/>
    public double Minimum { get; }

    /// <summary>Shape α [1].</summary>
    public double Shape { get; }

    /// <inheritdoc/>
    public double Mean => Shape > 1 ? Minimum * Shape / (Shape - 1) : double.PositiveInfinity;

    /// <inheritdoc/>
    public double Variance => Shape > 2 ? Minimum * Minimum * Shape / ((Shape - 1) * (Shape - 1) * (Shape - 2)) : double.PositiveInfinity;

    /// <inheritdoc/>
    public double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => draw.Pareto(Minimum, Shape);
}
