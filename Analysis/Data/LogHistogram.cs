namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Counts of durations in buckets of equal ratio, which can be added up over runs.</summary>
/// <remarks>
/// Bucket i covers [2^(i/16), 2^((i+1)/16)) nanoseconds; bucket 0 takes everything shorter as well. A bucket is 4.4 % wide, enough for the
/// curve of a distribution and too coarse for its percentiles, which are metrics of their own. The buckets end at the longest time a 64-bit
/// count of nanoseconds holds.
/// </remarks>
public sealed class LogHistogram
{
    /// <summary>Buckets per doubling [1].</summary>
    public const int BucketsPerOctave = 16;

    /// <summary>The highest bucket: 2^63 nanoseconds are 292 years.</summary>
    public const int LastBucket = (63 * BucketsPerOctave) - 1;

    private readonly SortedDictionary<int, long> _counts = [];

    /// <summary>Number of values counted [1].</summary>
    public long Count { get; private set; }

    /// <summary>The buckets that hold something, from short to long.</summary>
    public IEnumerable<(int Bucket, long Count)> Buckets => _counts.Select(pair => (pair.Key, pair.Value));

    /// <summary>The bucket of a duration.</summary>
    /// <param name="seconds">A duration [s]; finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative, not finite or longer than 292 years.</exception>
    public static int BucketOf(double seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        ArgumentOutOfRangeException.ThrowIfEqual(double.IsFinite(seconds), false, nameof(seconds));
        var nanoseconds = seconds * 1e9;
        var bucket = nanoseconds < 1 ? 0 : (int)Math.Floor(Math.Log2(nanoseconds) * BucketsPerOctave);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bucket, LastBucket, nameof(seconds));
        return bucket;
    }

    /// <summary>Lower edge of a bucket [s], inclusive.</summary>
    public static double Lower(int bucket) => bucket == 0 ? 0 : Edge(bucket);

    /// <summary>Upper edge of a bucket [s], exclusive.</summary>
    public static double Upper(int bucket) => Edge(bucket + 1);

    /// <summary>Adds <paramref name="count"/> values to a bucket.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bucket, or the count is negative.</exception>
    public void Add(int bucket, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bucket);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bucket, LastBucket);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
            return;
        _counts[bucket] = _counts.GetValueOrDefault(bucket) + count;
        Count += count;
    }

    /// <summary>Adds everything that <paramref name="other"/> has counted.</summary>
    public void Add(LogHistogram other)
    {
        foreach (var (bucket, count) in other.Buckets)
            Add(bucket, count);
    }

    private static double Edge(int bucket) => Math.Pow(2, (double)bucket / BucketsPerOctave) / 1e9;
}
