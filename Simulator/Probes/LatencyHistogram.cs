using System.Numerics;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>Latencies in logarithmic buckets, with exact count, sum, least and greatest.</summary>
/// <remarks>
/// Bucket i covers [2^(i/16), 2^((i+1)/16)) ns; latencies below 1 ns belong to bucket 0. The index is exact: the leading bits of the
/// number are compared with the sixteen roots of two in 64 bits. Counts of two histograms add up to that of all their latencies.
/// For quantiles the buckets are too wide, 4.4 %: those are <see cref="LatencyQuantiles"/>'.
/// </remarks>
public sealed class LatencyHistogram
{
    /// <summary>Buckets per doubling [1].</summary>
    public const int PerOctave = 16;

    /// <summary>Number of buckets [1].</summary>
    public const int Buckets = 63 * PerOctave;

    // ⌈2^(63 + j/16)⌉ for j = 0 … 15.
    private static readonly ulong[] Roots =
    [
        0x8000000000000000,
        0x85AAC367CC487B15,
        0x8B95C1E3EA8BD6E7,
        0x91C3D373AB11C337,
        0x9837F0518DB8A970,
        0x9EF5326091A111AE,
        0xA5FED6A9B15138EB,
        0xAD583EEA42A14AC7,
        0xB504F333F9DE6485,
        0xBD08A39F580C36BF,
        0xC5672A115506DADE,
        0xCE248C151F8480E4,
        0xD744FCCAD69D6AF5,
        0xE0CCDEEC2A94E112,
        0xEAC0C6E7DD24392F,
        0xF5257D152486CC2D,
    ];

    private readonly long[] _counts = new long[Buckets];
    private Int128 _sum;
    private Int128 _squares;
    private long _least = long.MaxValue;
    private long _greatest;

    /// <summary>Number of latencies [1].</summary>
    public long Count { get; private set; }

    /// <summary>Sum of the latencies [ns], exact.</summary>
    public Int128 SumNanoseconds => _sum;

    /// <summary>Mean latency [s]; null without latencies.</summary>
    public double? Mean => Count == 0 ? null : (double)_sum / Count / 1e9;

    /// <summary>Standard deviation of the latencies [s], used as the measure of jitter; null without latencies.</summary>
    public double? Deviation =>
        Count == 0 ? null : Math.Sqrt((double)((BigInteger)_squares * Count - (BigInteger)_sum * _sum)) / Count / 1e9;

    /// <summary>Least latency; null without latencies.</summary>
    public Duration? Least => Count == 0 ? null : new Duration(_least);

    /// <summary>Greatest latency; null without latencies.</summary>
    public Duration? Greatest => Count == 0 ? null : new Duration(_greatest);

    /// <summary>Number of latencies in a bucket [1].</summary>
    public long CountIn(int bucket) => _counts[bucket];

    /// <summary>Bucket of a number of nanoseconds.</summary>
    /// <param name="nanoseconds">Not negative [ns].</param>
    public static int BucketOf(long nanoseconds)
    {
        if (nanoseconds < 1)
        {
            return 0;
        }

        var zeros = BitOperations.LeadingZeroCount((ulong)nanoseconds);
        var leading = (ulong)nanoseconds << zeros;
        var root = 0;
        for (var step = PerOctave / 2; step > 0; step /= 2)
        {
            root += leading >= Roots[root + step] ? step : 0;
        }

        return (63 - zeros) * PerOctave + root;
    }

    /// <summary>Lower bound of a bucket [ns]; the next one's is its upper bound.</summary>
    public static double LowerBound(int bucket) => Math.Pow(2, bucket / (double)PerOctave);

    /// <summary>Adds a latency.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative latency.</exception>
    public void Add(Duration latency)
    {
        var nanoseconds = latency.Nanoseconds;
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds, nameof(latency));
        _counts[BucketOf(nanoseconds)]++;
        Count++;
        _sum += nanoseconds;
        _squares += Math.BigMul(nanoseconds, nanoseconds);
        _least = Math.Min(_least, nanoseconds);
        _greatest = Math.Max(_greatest, nanoseconds);
    }
}
