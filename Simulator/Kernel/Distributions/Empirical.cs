namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Measured values, each as likely as the others. Inverse of their distribution function; takes one number.</summary>
/// <remarks>Nothing between or beyond the measured values comes up. For a table of quantiles see <see cref="QuantileTable"/>.</remarks>
public sealed class Empirical : IDistribution
{
    private readonly double[] _sorted;

    /// <param name="values">The values in any order, finite, at least one.</param>
    /// <exception cref="ArgumentException">No values, or one that is not finite.</exception>
    public Empirical(params ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("Give at least one value.", nameof(values));
        }

        for (var i = 0; i < values.Length; i++)
        {
            Mean += Legal.Finite(values[i], $"value {i}") / values.Length;
        }

        foreach (var value in values)
        {
            Variance += (value - Mean) * (value - Mean) / values.Length;
        }

        _sorted = values.ToArray();
        Array.Sort(_sorted);
    }

    /// <inheritdoc/>
    public double Mean { get; }

    /// <inheritdoc/>
    public double Variance { get; }

    /// <inheritdoc/>
    public double Minimum => _sorted[0];

    /// <inheritdoc/>
    public double Maximum => _sorted[^1];

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => _sorted[draw.UniformIndex(_sorted.Length)];
}
