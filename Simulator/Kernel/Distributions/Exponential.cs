namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Exponential by its mean. Inverse of the distribution function; takes one number.</summary>
public sealed record Exponential : IDistribution
{
    /// <param name="mean">Mean, the inverse of the rate; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive and finite.</exception>
    public Exponential(double mean) => Mean = Legal.Positive(mean);

    /// <inheritdoc/>
    public double Mean { get; }

    /// <inheritdoc/>
    public double Variance => Mean * Mean;

    /// <inheritdoc/>
    public double Minimum => 0;

    /// <inheritdoc/>
    public double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => draw.Exponential(Mean);
}
