namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Weibull by shape and scale: F(x) = 1 − exp(−(x/scale)^shape). Inverse of the distribution function; takes one number.</summary>
/// <remarks>A shape below 1 is for failures that become rarer with age, above 1 for wear.</remarks>
public sealed record Weibull : IDistribution
{
    /// <param name="shape">Shape k [1], positive.</param>
    /// <param name="scale">Scale λ, positive: the age that 1/e survive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public Weibull(double shape, double scale) => (Shape, Scale) = (Legal.Positive(shape), Legal.Positive(scale));

    /// <summary>Shape k [1].</summary>
    public double Shape { get; }

    /// <summary>Scale λ.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public double Mean => Scale * GammaFunction.Of(1 + 1 / Shape);

    /// <inheritdoc/>
    public double Variance => Scale * Scale * GammaFunction.Of(1 + 2 / Shape) - Mean * Mean;

    /// <inheritdoc/>
    public double Minimum => 0;

    /// <inheritdoc/>
    public double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => Scale * Math.Pow(-Math.Log(1 - draw.Uniform()), 1 / Shape);
}
