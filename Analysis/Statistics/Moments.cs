namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>Count, mean and variance of a sample.</summary>
/// <remarks>
/// Welford's recurrence (Knuth, The Art of Computer Programming, volume 2, 4.2.2): a sample of equal values has a variance of exactly 0.
/// </remarks>
/// <param name="Count">Values [1].</param>
/// <param name="Mean">Their mean.</param>
/// <param name="SumOfSquares">Of their differences from the mean.</param>
public readonly record struct Moments(int Count, double Mean, double SumOfSquares)
{
    /// <summary>Unbiased variance; null with fewer than two values.</summary>
    public double? Variance => Count < 2 ? null : SumOfSquares / (Count - 1);

    /// <summary>Of a sample.</summary>
    /// <param name="values">At least one, all finite.</param>
    /// <exception cref="ArgumentException">There is no value, or one is not finite.</exception>
    public static Moments Of(IEnumerable<double> values)
    {
        var (count, mean, squares) = (0, 0.0, 0.0);
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
                throw new ArgumentException($"a sample cannot hold {value}.", nameof(values));
            count++;
            var delta = value - mean;
            mean += delta / count;
            squares += delta * (value - mean);
        }
        return count == 0
            ? throw new ArgumentException("a sample must hold at least one value.", nameof(values))
            : new(count, mean, squares);
    }
}
