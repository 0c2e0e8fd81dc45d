namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>A distribution known by some of its quantiles, linear between them. Inverse of the distribution function; takes one number.</summary>
/// <remarks>What a publication gives as "median 40 ms, 95 % below 120 ms": the ends, at probability 0 and 1, have to be said as well.</remarks>
public sealed class QuantileTable : IDistribution
{
    private readonly double[] _probabilities;
    private readonly double[] _values;

    /// <param name="quantiles">Probabilities rising from exactly 0 to exactly 1 [1], and the values up to which they lie, finite and not falling.</param>
    /// <exception cref="ArgumentException">Fewer than two quantiles, other ends, or not in order.</exception>
    public QuantileTable(params ReadOnlySpan<(double Probability, double Value)> quantiles)
    {
        if (quantiles.Length < 2 || quantiles[0].Probability != 0 || quantiles[^1].Probability != 1)
        {
            throw new ArgumentException("A table of quantiles begins with probability 0 and ends with 1.", nameof(quantiles));
        }

        (_probabilities, _values) = (new double[quantiles.Length], new double[quantiles.Length]);
        var square = 0.0;
        for (var i = 0; i < quantiles.Length; i++)
        {
            (_probabilities[i], _values[i]) = (quantiles[i].Probability, Legal.Finite(quantiles[i].Value, $"value {i}"));
            if (i == 0)
            {
                continue;
            }

            var (share, a, b) = (_probabilities[i] - _probabilities[i - 1], _values[i - 1], _values[i]);
            if (!(share > 0 && b >= a))
            {
                throw new ArgumentException(
                    $"Quantile {i} ({_probabilities[i]}: {b}) does not follow on the one before ({_probabilities[i - 1]}: {a}).",
                    nameof(quantiles)
                );
            }

            Mean += share * (a + b) / 2;
            // Relative to the least value, so that a small spread around a large value does not cancel.
            (a, b) = (a - _values[0], b - _values[0]);
            square += share * (a * a + a * b + b * b) / 3;
        }

        Variance = square - (Mean - _values[0]) * (Mean - _values[0]);
    }

    /// <inheritdoc/>
    public double Mean { get; }

    /// <inheritdoc/>
    public double Variance { get; }

    /// <inheritdoc/>
    public double Minimum => _values[0];

    /// <inheritdoc/>
    public double Maximum => _values[^1];

    /// <inheritdoc/>
    public double Sample(ref Draw draw)
    {
        var u = draw.Uniform();
        var found = Array.BinarySearch(_probabilities, u);
        if (found >= 0)
        {
            return _values[found];
        }

        var (low, high) = (~found - 1, ~found);
        var part = (u - _probabilities[low]) / (_probabilities[high] - _probabilities[low]);
        return _values[low] + part * (_values[high] - _values[low]);
    }
}
