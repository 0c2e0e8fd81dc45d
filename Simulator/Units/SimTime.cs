using System.Runtime.CompilerServices;

namespace M2mVsIoTSim.Units;

/// <summary>A point in simulated time, in whole nanoseconds since the start of the run [ns].</summary>
/// <remarks>Two points subtract to a <see cref="Duration"/>; adding two points does not compile.</remarks>
public readonly record struct SimTime(long Nanoseconds) : IComparable<SimTime>
{
    /// <summary>The start of a run.</summary>
    public static readonly SimTime Start;

    /// <summary>A point after every other one.</summary>
    public static readonly SimTime End = new(long.MaxValue);

    /// <summary>Seconds since the start of the run [s].</summary>
    public double TotalSeconds => Nanoseconds / 1e9;

    /// <summary>The point <paramref name="length"/> after <paramref name="time"/>.</summary>
    public static SimTime operator +(SimTime time, Duration length) => new(time.Nanoseconds + length.Nanoseconds);

    /// <summary>The point <paramref name="length"/> before <paramref name="time"/>.</summary>
    public static SimTime operator -(SimTime time, Duration length) => new(time.Nanoseconds - length.Nanoseconds);

    /// <summary>The length from <paramref name="right"/> to <paramref name="left"/>.</summary>
    public static Duration operator -(SimTime left, SimTime right) => new(left.Nanoseconds - right.Nanoseconds);

    /// <summary>Earlier than.</summary>
    public static bool operator <(SimTime left, SimTime right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>Later than.</summary>
    public static bool operator >(SimTime left, SimTime right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>Not later than.</summary>
    public static bool operator <=(SimTime left, SimTime right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(SimTime left, SimTime right) => left.Nanoseconds >= right.Nanoseconds;

    /// <summary>The earlier of two.</summary>
    public static SimTime Min(SimTime left, SimTime right) => left < right ? left : right;

    /// <summary>The later of two.</summary>
    public static SimTime Max(SimTime left, SimTime right) => left > right ? left : right;

    /// <summary>The point <paramref name="length"/> later, or <see cref="End"/> where that lies beyond it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SimTime PlusOrEnd(Duration length) => length.Nanoseconds > long.MaxValue - Nanoseconds ? End : this + length;

    /// <inheritdoc/>
    public int CompareTo(SimTime other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>The point as a length since the start, e.g. <c>12.5 s</c>.</summary>
    public override string ToString() => new Duration(Nanoseconds).ToString();
}
