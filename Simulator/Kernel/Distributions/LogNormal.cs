namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Lognormal by its median and the standard deviation of its natural logarithm.</summary>
/// <remarks>The exponential of a <see cref="Normal"/> sample; takes two numbers. Moments: Johnson, Kotz, Balakrishnan, Continuous Univariate
/// Distributions 1, 2nd edition, chapter 14.</remarks>
public sealed record LogNormal : IDistribution
{
    /// <param name="median">Median, positive.</param>
    /// <param name="sigma">Standard deviation of the logarithm [1], not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public LogNormal(double median, double sigma) => (Median, Sigma) = (Legal.Positive(median), Legal.NotNegative(sigma));

    /// <summary>Median.</summary>
    public double Median { get; }

    /// <summary>Standard deviation of the logarithm [1].</summary>
    public double Sigma { get; }

    /// <inheritdoc/>
    public double Mean => Median * Math.Exp(Sigma * Sigma / 2);

    /// <inheritdoc/>
    public double Variance => Mean * Mean * (Math.Exp(Sigma * Sigma) - 1);

    /// <inheritdoc/>
    public double Minimum => 0;

    /// <inheritdoc/>
    public double Maximum => double.PositiveInfinity;

    /// <summary>A lognormal distribution by its mean and coefficient of variation.</summary>
    /// <param name="mean">Mean, positive.</param>
    /// <param name="variation">Standard deviation over mean [1], not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static LogNormal OfMean(double mean, double variation)
    {
        var squares = 1 + Legal.NotNegative(variation) * variation;
        return new(Legal.Positive(mean) / Math.Sqrt(squares), Math.Sqrt(Math.Log(squares)));
    }

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => draw.LogNormal(Median, Sigma);
}
