namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Uniform on [minimum, maximum). Inverse of the distribution function; takes one number.</summary>
public sealed record Uniform : IDistribution
{
    /// <param name="minimum">Lower end.</param>
    /// <param name="maximum">Upper end, above the lower.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not finite, or the upper is not above the lower.</exception>
    public Uniform(double minimum, double maximum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Legal.Finite(maximum), Legal.Finite(minimum), nameof(maximum));
        (Minimum, Maximum) = (minimum, maximum);
    }

    /// <inheritdoc/>
    public double Mean => Minimum + (Maximum - Minimum) / 2;

    /// <inheritdoc/>
    public double Variance => (Maximum - Minimum) * (Maximum - Minimum) / 12;

    /// <inheritdoc/>
    public double Minimum { get; }

    /// <inheritdoc/>
    public double Maximum { get; }

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => draw.Uniform(Minimum, Maximum);
}
