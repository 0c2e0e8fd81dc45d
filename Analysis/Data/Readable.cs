using System.Globalization;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Numbers for readers: three significant digits, a unit of fitting size, thousands set apart.</summary>
public static class Readable
{
    private static readonly (double Size, string Name)[] TimeUnits =
    [
        (86400, "d"),
        (3600, "h"),
        (60, "min"),
        (1, "s"),
        (1e-3, "ms"),
        (1e-6, "µs"),
        (1e-9, "ns"),
    ];

    /// <summary>A value of a metric, such as <c>120 ms</c> or <c>98.2 %</c>.</summary>
    public static string Value(Metric metric, double value)
    {
        if (metric.IsShare)
            return Percent(value, 3);
        var (size, name) = Scale(metric, value);
        return WithUnit(Significant(value / size), name);
    }

    /// <summary>A measured value as <see cref="Value"/> writes it, but <c>&gt; 25 years</c> where it is larger than readers are told (<see cref="Metric.ToldUpTo"/>).</summary>
    public static string Level(Metric metric, double value)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return value > metric.ToldUpTo ? $">\u00A0{Value(metric, metric.ToldUpTo)}" : Value(metric, value);
    }

    /// <summary>A duration such as <c>4 h</c>.</summary>
    /// <param name="seconds">The duration [s].</param>
    public static string Duration(double seconds)
    {
        var (size, name) = TimeUnit(seconds);
        return WithUnit(Significant(seconds / size), name);
    }

    /// <summary>A share in percent, such as <c>18 %</c>, with two significant digits.</summary>
    public static string Percent(double share) => Percent(share, 2);

    /// <summary>A number with three significant digits, such as <c>0.0123</c> or <c>12 300</c>.</summary>
    public static string Significant(double value) =>
        Fixed(value, value == Math.Floor(value) && Math.Abs(value) < 1e6 ? 0 : Decimals(value, 3));

    /// <summary>The unit that suits a duration, with its size.</summary>
    /// <param name="seconds">The duration [s].</param>
    /// <returns>Size of the unit [s] and its symbol.</returns>
    public static (double Size, string Name) TimeUnit(double seconds)
    {
        if (seconds == 0)
            return (1, "s");
        foreach (var unit in TimeUnits)
        {
            // Minutes and above only from two of them on: 90 s reads better than 1.5 min.
            if (Math.Abs(seconds) >= (unit.Size > 1 ? 2 * unit.Size : unit.Size))
                return unit;
        }
        return TimeUnits[^1];
    }

    // Close to 100 % it is the rest that counts: 99.98 % must not read as 100 %.
    private static string Percent(double share, int digits) =>
        WithUnit(Fixed(share * 100, Math.Max(Decimals(share * 100, digits), share == 1 ? 0 : Decimals((1 - share) * 100, 1))), "%");

    /// <summary>A design point, such as <c>lte-cat1, meter.count 1000</c>: words speak for themselves, numbers need their factor's name.</summary>
    public static string Point(string point) =>
        string.Join(
            ", ",
            DesignPoint
                .Parse(point)
                .Values.Select(pair =>
                    double.TryParse(pair.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                        ? $"{pair.Factor}\u00A0{Significant(number)}"
                    : char.IsAsciiDigit(pair.Value[0]) ? $"{pair.Factor}\u00A0{pair.Value.Replace(' ', '\u00A0')}"
                    : pair.Value
                )
        );

    /// <summary>The unit in which a value of a metric reads well.</summary>
    /// <returns>Its size in the metric's own unit, and its symbol.</returns>
    internal static (double Size, string Name) Scale(Metric metric, double value) =>
        metric.IsShare ? (0.01, "%")
        : metric.Unit == "1" ? (1, "")
        : metric.Unit == "s" ? TimeUnit(value)
        : metric.Unit == "a" ? (1, "years")
        // From here on five digits say no more than two.
        : metric.Unit.StartsWith('J') && Math.Abs(value) >= 1e4 ? (1e3, "k" + metric.Unit)
        : (1, metric.Unit);

    /// <summary>Digits behind the point that show so many significant ones.</summary>
    internal static int Decimals(double value, int digits) =>
        value == 0 ? 0 : Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9), 0, 12);

    /// <summary>A number with so many digits behind the point, thousands set apart.</summary>
    internal static string Fixed(double value, int decimals)
    {
        var text = Math.Round(value, decimals)
            .ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var sign = text.StartsWith('-') ? "−" : "";
        var digits = text.TrimStart('-');
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        for (var i = whole.Length - 3; i > 0 && whole.Length > 4; i -= 3)
            digits = digits.Insert(i, "\u202F");
        return sign + digits;
    }

    private static string WithUnit(string number, string unit) => unit.Length == 0 ? number : $"{number}\u00A0{unit}";
}
