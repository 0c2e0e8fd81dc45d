namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>The largest size that passes a test, found from below in steps that grow, and then by bisection of its logarithm.</summary>
/// <remarks>Sizes are taken to pass up to some size and to fail beyond; where that is not so, one of the edges is found.</remarks>
/// <param name="Passes">The largest size that was seen to pass; null if not even the smallest does [1].</param>
/// <param name="Fails">The smallest size that was seen to fail; null if even the largest passes [1].</param>
public sealed record LargestSize(long? Passes, long? Fails)
{
    /// <summary>From one size to the next until one fails [1].</summary>
    private const int Growth = 4;

    /// <summary>Whether the edge lies between the ends of the search.</summary>
    public bool IsFound => Passes is not null && Fails is not null;

    /// <summary>Looks for it.</summary>
    /// <param name="low">The smallest size, at least 1 [1].</param>
    /// <param name="high">The largest size [1].</param>
    /// <param name="resolution">Where to stop: when what fails is larger than what passes by no more than this share [1], or by one.</param>
    /// <param name="passes">The test.</param>
    public static LargestSize Find(long low, long high, double resolution, Func<long, bool> passes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(low, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resolution);
        ArgumentNullException.ThrowIfNull(passes);
        if (!passes(low))
        {
            return new LargestSize(null, low);
        }

        // From below: what is far beyond the edge takes the longest to fail.
        for (var next = low; ; low = next)
        {
            if (low == high)
            {
                return new LargestSize(high, null);
            }

            next = low > high / Growth ? high : low * Growth;
            if (!passes(next))
            {
                high = next;
                break;
            }
        }

        while (high - low > 1 && high > low * (1 + resolution))
        {
            var middle = Math.Clamp((long)Math.Round(Math.Sqrt((double)low * high)), low + 1, high - 1);
            (low, high) = passes(middle) ? (middle, high) : (low, middle);
        }

        return new LargestSize(low, high);
    }
}
