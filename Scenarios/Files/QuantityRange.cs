using System.Diagnostics.CodeAnalysis;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>From the one to the other, both included: <c>3.5 .. 4.1</c>, <c>0.3 .. 1.5 EUR / month</c>, <c>10 ms .. 2 s</c>.</summary>
/// <param name="Low">Least value, in <paramref name="Unit"/>.</param>
/// <param name="High">Greatest value, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit of both.</param>
public readonly record struct QuantityRange(double Low, double High, MeasureUnit Unit) : IWritten<QuantityRange>, IMeasured
{
    private const string Dots = "..";

    /// <inheritdoc/>
    public static string Expected => "a range such as '0.3 .. 1.5 EUR / month'";

    /// <inheritdoc/>
    public static string ExpectedFor(MeasureUnit? held, string text)
    {
        var dots = text.IndexOf(Dots, StringComparison.Ordinal);
        if (
            dots < 0
            || !Quantity.TryRead(text[..dots].TrimEnd(), out var low, out _)
            || !Quantity.TryRead(text[(dots + Dots.Length)..], out var high, out _)
        )
        {
            return Expected;
        }

        // Both ends can be read, so they stand the wrong way round if they fit.
        var turned =
            low.Unit == UnitTable.One
                ? $"{UnitTable.Text(high.Amount, UnitTable.One)} .. {UnitTable.Text(low.Amount, high.Unit)}"
                : $"{high} .. {low}";
        return low.Unit == UnitTable.One || low.Unit.Fits(high.Unit) ? $"a range such as '{turned}'" : Expected;
    }

    /// <inheritdoc/>
    public double Least => Low;

    /// <inheritdoc/>
    public double Greatest => High;

    /// <summary>Both ends in another unit of the same dimension.</summary>
    /// <exception cref="ArgumentException">The units measure different things.</exception>
    public (double Low, double High) In(MeasureUnit unit) => (Unit.Convert(Low, unit), Unit.Convert(High, unit));

    /// <inheritdoc/>
    public static bool TryRead(string text, out QuantityRange value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        var dots = text.IndexOf(Dots, StringComparison.Ordinal);
        if (dots < 0)
        {
            problem = "the two ends are parted by '..'";
            return false;
        }

        if (
            !Quantity.TryRead(text[..dots].TrimEnd(), out var low, out problem)
            || !Quantity.TryRead(text[(dots + Dots.Length)..], out var high, out problem)
        )
        {
            return false;
        }

        // '10 .. 20 ms' means milliseconds on both sides.
        var least =
            low.Unit == UnitTable.One ? low.Amount
            : low.Unit.Fits(high.Unit) ? low.In(high.Unit)
            : double.NaN;
        problem =
            double.IsNaN(least) ? $"'{low.Unit.Symbol}' does not convert to '{high.Unit.Symbol}'"
            : least > high.Amount ? "the first end is the greater one"
            : null;
        value = new QuantityRange(least, high.Amount, high.Unit);
        return problem is null;
    }

    /// <summary>The range as it may be written in a file.</summary>
    public override string ToString() => $"{UnitTable.Text(Low, UnitTable.One)} .. {UnitTable.Text(High, Unit)}";
}
