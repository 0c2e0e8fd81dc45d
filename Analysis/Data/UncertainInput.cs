using System.Globalization;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>An input that is not known exactly, with what it is taken for and what it may plausibly be.</summary>
/// <param name="Factor">What it is, as in <see cref="DesignPoint"/>.</param>
/// <param name="Low">Least plausible value, in <paramref name="Unit"/>.</param>
/// <param name="Nominal">What the comparison takes it for, in <paramref name="Unit"/>; within the range.</param>
/// <param name="High">Greatest plausible value, in <paramref name="Unit"/>, above <paramref name="Low"/>.</param>
/// <param name="Unit">Symbol of the unit; empty for a plain number.</param>
/// <param name="IsWhole">Whether it takes whole values only.</param>
public sealed record UncertainInput(string Factor, double Low, double Nominal, double High, string Unit, bool IsWhole)
{
    /// <summary>Half of the range, in which distances from the nominal value are told.</summary>
    public double HalfWidth => (High - Low) / 2;

    /// <summary>A value as a change from the nominal one, in half-widths of the range [1].</summary>
    /// <param name="value">In <see cref="Unit"/>.</param>
    public double Coded(double value) => (value - Nominal) / HalfWidth;

    /// <summary>The value of a change from the nominal one, in <see cref="Unit"/>.</summary>
    /// <param name="coded">In half-widths of the range [1].</param>
    public double Value(double coded) => Nominal + (coded * HalfWidth);

    /// <summary>A value as it is written in a scenario file, with a thousandth of the range as its last digit.</summary>
    /// <param name="value">In <see cref="Unit"/>.</param>
    public string Text(double value)
    {
        var digits = Math.Clamp(3 - (int)Math.Floor(Math.Log10(High - Low)), 0, 15);
        var number = Math.Round(value, IsWhole ? 0 : digits).ToString("0.###############", CultureInfo.InvariantCulture);
        return Unit.Length == 0 ? number : $"{number} {Unit}";
    }

    /// <summary>The value that a design point has; null if it has none.</summary>
    /// <exception cref="ResultFormatException">What it has is no number.</exception>
    public double? ValueAt(DesignPoint point) =>
        point[Factor] is not { } text ? null
        : double.TryParse(text.Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : throw new ResultFormatException($"the value '{text}' of the uncertain input '{Factor}' does not begin with a number");
}
