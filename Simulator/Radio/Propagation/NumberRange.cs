namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>A closed range of numbers.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct NumberRange(double Low, double High)
{
    /// <summary>All numbers.</summary>
    public static NumberRange All { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Whether a number lies in it.</summary>
    public bool Contains(double value) => value >= Low && value <= High;
}
