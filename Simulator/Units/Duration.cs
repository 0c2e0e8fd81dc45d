using System.Globalization;

namespace M2mVsIoTSim.Units;

/// <summary>A length of simulated time in whole nanoseconds [ns], positive or negative, up to ±292 years.</summary>
/// <remarks>
/// Overflow throws <see cref="OverflowException"/>. Conversions from floating point round half to even, to the nanosecond.
/// </remarks>
public readonly record struct Duration(long Nanoseconds) : IComparable<Duration>
{
    private const double PerSecond = 1e9;

    /// <summary>No time at all.</summary>
    public static readonly Duration Zero;

    /// <summary>The longest representable length, used as "never" by waits without a limit.</summary>
    public static readonly Duration Longest = new(long.MaxValue);

    /// <summary>This length in seconds [s].</summary>
    public double TotalSeconds => Nanoseconds / PerSecond;

    /// <summary>A length from seconds [s], rounded half to even to the nanosecond.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a number, or beyond ±292 years.</exception>
    public static Duration FromSeconds(double seconds) => FromNanoseconds(seconds * PerSecond);

    /// <summary>Sum of two lengths.</summary>
    public static Duration operator +(Duration left, Duration right) => new(left.Nanoseconds + right.Nanoseconds);

    /// <summary>Difference of two lengths.</summary>
    public static Duration operator -(Duration left, Duration right) => new(left.Nanoseconds - right.Nanoseconds);

    /// <summary>The same length backwards.</summary>
    public static Duration operator -(Duration value) => new(-value.Nanoseconds);

    /// <summary>A whole multiple.</summary>
    public static Duration operator *(Duration value, long factor) => new(value.Nanoseconds * factor);

    /// <summary>A multiple, rounded half to even to the nanosecond.</summary>
    public static Duration operator *(Duration value, double factor) => FromNanoseconds(value.Nanoseconds * factor);

    /// <summary>Ratio of two lengths [1].</summary>
    public static double operator /(Duration left, Duration right) => (double)left.Nanoseconds / right.Nanoseconds;

    /// <summary>A whole fraction, rounded towards zero.</summary>
    public static Duration operator /(Duration value, long divisor) => new(value.Nanoseconds / divisor);

    /// <summary>Shorter than.</summary>
    public static bool operator <(Duration left, Duration right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>Longer than.</summary>
    public static bool operator >(Duration left, Duration right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>At most as long as.</summary>
    public static bool operator <=(Duration left, Duration right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>At least as long as.</summary>
    public static bool operator >=(Duration left, Duration right) => left.Nanoseconds >= right.Nanoseconds;

    /// <summary>The shorter of two.</summary>
    public static Duration Min(Duration left, Duration right) => left < right ? left : right;

    /// <summary>The longer of two.</summary>
    public static Duration Max(Duration left, Duration right) => left > right ? left : right;

    /// <inheritdoc/>
    public int CompareTo(Duration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>The length with a unit that keeps the number readable, e.g. <c>1.5 ms</c>.</summary>
    public override string ToString()
    {
        var (divisor, unit) = Math.Abs((double)Nanoseconds) switch
        {
            >= 86400e9 => (86400e9, "d"),
            >= 3600e9 => (3600e9, "h"),
            >= 1e9 or 0 => (1e9, "s"),
            >= 1e6 => (1e6, "ms"),
            >= 1e3 => (1e3, "us"),
            _ => (1d, "ns"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Nanoseconds / divisor:0.######} {unit}");
    }

    private static Duration FromNanoseconds(double nanoseconds)
    {
        var whole = Math.Round(nanoseconds, MidpointRounding.ToEven);
        // Not <= long.MaxValue: as a floating-point number that is 2⁶³, one beyond the range.
        if (!(Math.Abs(whole) < 9.223372036854775e18))
        {
            throw new ArgumentOutOfRangeException(nameof(nanoseconds), nanoseconds, "A duration lies within ±292 years.");
        }

        // In range by now: a checked conversion would be a call.
        return new Duration(unchecked((long)whole));
    }
}
