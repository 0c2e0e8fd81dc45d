using System.Globalization;

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

    /// <summary>The range in words, such as "1 to 20 km".</summary>
    /// <param name="size">Of the unit, in that of the ends.</param>
    /// <param name="unit">Its symbol.</param>
    internal string In(double size, string unit) =>
        double.IsInfinity(Low) ? $"up to {Number(High / size)} {unit}"
        : double.IsInfinity(High) ? $"{Number(Low / size)} {unit} and more"
        : $"{Number(Low / size)} to {Number(High / size)} {unit}";

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
