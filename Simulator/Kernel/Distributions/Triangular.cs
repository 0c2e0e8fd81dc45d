namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Triangular by least, most likely and greatest value. Inverse of the distribution function; takes one number.</summary>
public sealed record Triangular : IDistribution
{
    /// <param name="minimum">Least value.</param>
    /// <param name="mode">Most likely value, from the least to the greatest.</param>
    /// <param name="maximum">Greatest value, above the least.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or they are not in order.</exception>
    public Triangular(double minimum, double mode, double maximum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Legal.Finite(maximum), Legal.Finite(minimum), nameof(maximum));
        ArgumentOutOfRangeException.ThrowIfLessThan(Legal.Finite(mode), minimum, nameof(mode));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mode, maximum);
        (Minimum, Mode, Maximum) = (minimum, mode, maximum);
    }

    /// <inheritdoc/>
    public double Minimum { get; }

    /// <summary>Most likely value.</summary>
    public double Mode { get; }

    /// <inheritdoc/>
    public double Maximum { get; }

    /// <inheritdoc/>
    public double Mean => (Minimum + Mode + Maximum) / 3;

    /// <inheritdoc/>
    public double Variance
    {
        get
        {
            // From the minimum, so that large equal values do not cancel.
            var (m, w) = (Mode - Minimum, Maximum - Minimum);
            return (w * w + m * m - w * m) / 18;
        }
    }

    /// <inheritdoc/>
    public double Sample(ref Draw draw)
    {
        var (u, m, w) = (draw.Uniform(), Mode - Minimum, Maximum - Minimum);
        return u * w < m ? Minimum + Math.Sqrt(u * w * m) : Maximum - Math.Sqrt((1 - u) * w * (w - m));
    }
}
