using System.Numerics;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>Quantiles of latencies: exact for as many as are kept, beyond that from narrow buckets.</summary>
/// <remarks>
/// Up to <see cref="Kept"/> latencies are kept, and a quantile is the order statistic of rank ⌈share · count⌉. Beyond, they are counted
/// in 512 equal buckets per doubling, and a quantile is placed within its bucket by its rank: off by less than the width of the bucket,
/// <see cref="BucketWidth"/>, and exact below 512 ns. Tested in <c>Tests/Probes/LatencyQuantilesTests</c> and by the suite
/// <c>latency-percentiles</c> of the validation.
/// </remarks>
public sealed class LatencyQuantiles
{
    /// <summary>Latencies that are kept one by one [1]: 1 MiB.</summary>
    public const int Kept = 1 << 17;

    /// <summary>Width of a bucket, relative to its lower bound, at most [1]: 0.2 %.</summary>
    public const double BucketWidth = 1.0 / PerOctave;

    private const int PerOctave = 1 << PerOctaveBits;
    private const int PerOctaveBits = 9;

    /// <summary>Shorter ones have a bucket each; every doubling up to 2^63 has <see cref="PerOctave"/>.</summary>
    private const int Buckets = (63 - PerOctaveBits + 1) * PerOctave;

    private readonly List<long> _values = [];
    private long[]? _counts;
    private bool _isSorted = true;
    private long _least = long.MaxValue;
    private long _greatest;

    /// <summary>Number of latencies [1].</summary>
    public long Count { get; private set; }

    /// <summary>Greatest relative error of a quantile [1]: 0 while all latencies are kept.</summary>
    public double Resolution => _counts is null ? 0 : BucketWidth;

    /// <summary>Adds a latency.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative latency.</exception>
    public void Add(Duration latency)
    {
        var nanoseconds = latency.Nanoseconds;
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds, nameof(latency));
        Count++;
        _least = Math.Min(_least, nanoseconds);
        _greatest = Math.Max(_greatest, nanoseconds);
        if (_counts is not null)
        {
            _counts[BucketOf(nanoseconds)]++;
            return;
        }

        _values.Add(nanoseconds);
        _isSorted = false;
        if (_values.Count > Kept)
        {
            CountInBuckets();
        }
    }

    /// <summary>The latency that a share of all does not exceed [s].</summary>
    /// <param name="share">From 0 to 1 [1].</param>
    /// <returns>Null without latencies.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share outside its range.</exception>
    public double? Quantile(double share)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        }

        if (Count == 0)
        {
            return null;
        }

        var rank = Math.Clamp((long)Math.Ceiling(share * Count), 1, Count);
        return (_counts is null ? Kth(rank) : Estimate(_counts, rank)) / 1e9;
    }

    private double Kth(long rank)
    {
        if (!_isSorted)
        {
            _values.Sort();
            _isSorted = true;
        }

        return _values[(int)rank - 1];
    }

    private double Estimate(long[] counts, long rank)
    {
        if (rank == Count)
        {
            return _greatest;
        }

        var (bucket, below) = (0, 0L);
        while (below + counts[bucket] < rank)
        {
            below += counts[bucket++];
        }

        var width = 1L << Shift(bucket);
        // The whole numbers of a bucket, the rank in the middle of its part: neighbouring ranks differ, as the values do.
        var within = (rank - below - 0.5) / counts[bucket] * width - 0.5;
        // A bucket may reach beyond what was seen; a quantile does not.
        return Math.Clamp(LowerBound(bucket) + Math.Clamp(within, 0, width - 1), _least, _greatest);
    }

    private void CountInBuckets()
    {
        _counts = new long[Buckets];
        foreach (var nanoseconds in _values)
        {
            _counts[BucketOf(nanoseconds)]++;
        }

        _values.Clear();
        _values.TrimExcess();
    }

    private static int BucketOf(long nanoseconds)
    {
        if (nanoseconds < PerOctave)
        {
            return (int)nanoseconds;
        }

        var shift = 63 - PerOctaveBits - BitOperations.LeadingZeroCount((ulong)nanoseconds);
        return shift * PerOctave + (int)(nanoseconds >> shift);
    }

    /// <summary>Binary logarithm of the width of a bucket.</summary>
    private static int Shift(int bucket) => Math.Max(0, bucket / PerOctave - 1);

    private static long LowerBound(int bucket) => (long)(bucket - Shift(bucket) * PerOctave) << Shift(bucket);
}
