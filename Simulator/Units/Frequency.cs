namespace M2mVsIoTSim.Units;

/// <summary>A frequency or bandwidth [Hz].</summary>
public readonly record struct Frequency(double Hertz) : IComparable<Frequency>
{
    /// <inheritdoc/>
    public int CompareTo(Frequency other) => Hertz.CompareTo(other.Hertz);

    /// <summary>Lower than.</summary>
    public static bool operator <(Frequency left, Frequency right) => left.Hertz < right.Hertz;

    /// <summary>Higher than.</summary>
    public static bool operator >(Frequency left, Frequency right) => left.Hertz > right.Hertz;

    /// <summary>At most.</summary>
    public static bool operator <=(Frequency left, Frequency right) => left.Hertz <= right.Hertz;

    /// <summary>At least.</summary>
    public static bool operator >=(Frequency left, Frequency right) => left.Hertz >= right.Hertz;
}
