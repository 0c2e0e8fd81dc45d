namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Normal by its mean and standard deviation.</summary>
/// <remarks>Box and Muller, "A note on the generation of random normal deviates", Ann. Math. Stat. 29, 1958, the cosine branch; takes two numbers.</remarks>
public sealed record Normal : IDistribution
{
    /// <param name="mean">Mean.</param>
    /// <param name="deviation">Standard deviation, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not finite, or the deviation is negative.</exception>
    public Normal(double mean, double deviation) => (Mean, Deviation) = (Legal.Finite(mean), Legal.NotNegative(deviation));

    /// <inheritdoc/>
    public double Mean { get; }

    /// <summary>Standard deviation.</summary>
    public double Deviation { get; }

    /// <inheritdoc/>
    public double Variance => Deviation * Deviation;

    /// <inheritdoc/>
    public double Minimum => double.NegativeInfinity;

    /// <inheritdoc/>
    public double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => draw.Normal(Mean, Deviation);
}
