namespace M2mVsIoTSim.Detection;

/// <summary>What a learned detector knows of a series: how far the means of the last 1, 2, 4, 8, 16 and 32 values are from 0, and the largest of these.</summary>
/// <remarks>
/// Each is |mean| √length, so that it has the distribution of |N(0, 1)| without a fault, whatever its length. Values before the beginning count as 0. The largest is the
/// generalized likelihood ratio of a shift of unknown size and beginning, as far as these windows go (D. Siegmund, E. S. Venkatraman, Annals of Statistics 23, 1995).
/// </remarks>
public sealed class RecentMeans
{
    /// <summary>The longest window [1].</summary>
    public const int Longest = 1 << (Windows - 1);

    /// <summary>How many features there are [1].</summary>
    public const int Count = Windows + 1;

    private const int Windows = 6;
    private const int Mask = 2 * Longest - 1;
    private static readonly double[] Scales = [.. Enumerable.Range(0, Windows).Select(window => 1 / Math.Sqrt(1 << window))];

    private readonly double[] _sums = new double[Mask + 1];
    private int _at;

    /// <summary>Takes the next value.</summary>
    /// <param name="deviation">In standard deviations [1].</param>
    /// <param name="features">Receives <see cref="Count"/> features.</param>
    public void Take(double deviation, Span<double> features)
    {
        var sum = _sums[_at] + deviation;
        _at = (_at + 1) & Mask;
        _sums[_at] = sum;
        var largest = 0.0;
        for (var window = 0; window < Windows; window++)
        {
            var mean = Math.Abs(sum - _sums[(_at - (1 << window)) & Mask]) * Scales[window];
            features[window] = mean;
            largest = Math.Max(largest, mean);
        }

        features[Windows] = largest;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Clear(_sums);
        _at = 0;
    }
}
