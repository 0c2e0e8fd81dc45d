using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A number with its unit, as written: <c>29 mA</c>, <c>0.2 / year</c>, <c>1.5 EUR / month</c>, <c>3</c>.</summary>
/// <param name="Amount">The number, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit; <see cref="UnitTable.One"/> for a plain number.</param>
public readonly partial record struct Quantity(double Amount, MeasureUnit Unit) : IWritten<Quantity>, IMeasured
{
    /// <inheritdoc/>
    public static string Expected => "a quantity such as '15 min'";

    /// <inheritdoc/>
    public double Least => Amount;

    /// <inheritdoc/>
    public double Greatest => Amount;

    /// <summary>The amount in another unit of the same dimension.</summary>
    /// <exception cref="ArgumentException">The units measure different things.</exception>
    public double In(MeasureUnit unit) => Unit.Convert(Amount, unit);

    /// <summary>The amount in the unit of that symbol.</summary>
    /// <exception cref="ArgumentException">No such unit, or it measures something else.</exception>
    public double In(string symbol) => In(UnitTable.Find(symbol));

    /// <inheritdoc/>
    public static bool TryRead(string text, out Quantity value, [NotNullWhen(false)] out string? problem) =>
        TryRead(text, null, out value, out problem);

    /// <summary>Reads a quantity that should fit a unit, out of whose dimension the nearest of an unknown one is named.</summary>
    internal static bool TryRead(string text, MeasureUnit? meant, out Quantity value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        if (!TrySplit(text, meant, out var number, out var unit, out problem))
        {
            return false;
        }

        var amount = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(amount))
        {
            problem = $"'{number}' is too large a number";
            return false;
        }

        value = new Quantity(amount, unit);
        return true;
    }

    /// <summary>The quantity as it may be written in a file.</summary>
    public override string ToString() => UnitTable.Text(Amount, Unit);

    /// <summary>Parts a number from its unit.</summary>
    internal static bool TrySplit(
        string text,
        MeasureUnit? meant,
        out string number,
        out MeasureUnit unit,
        [NotNullWhen(false)] out string? problem
    )
    {
        (number, unit) = ("", UnitTable.One);
        var match = Pattern().Match(text);
        if ((DigitGroups.Advice(text) ?? DecimalComma.Advice(text)) is { } advice)
        {
            problem = advice;
            return false;
        }

        if (!match.Success)
        {
            problem = $"'{text}' does not start with a number";
            return false;
        }

        number = match.Groups["number"].Value;
        var symbol = match.Groups["unit"].Value;
        problem = UnitTable.TryFind(symbol, out unit) ? null : UnknownUnit(symbol, meant);
        return problem is null;
    }

    private static string UnknownUnit(string symbol, MeasureUnit? meant)
    {
        var parts = symbol.Split('/');
        var wrong = parts.Select(part => part.Trim()).FirstOrDefault(part => part.Length > 0 && !UnitTable.TryFind(part, out _));
        var nearest = wrong is null ? null : Spelling.Nearest(wrong, UnitTable.Symbols.Where(known => IsMeant(known, meant)));
        return nearest is null ? $"there is no unit '{wrong ?? symbol}'" : $"there is no unit '{wrong}' (did you mean '{nearest}'?)";
    }

    private static bool IsMeant(string symbol, MeasureUnit? meant) =>
        meant is null || UnitTable.Find(symbol).Above is var dimension && (dimension == meant.Above || dimension == meant.Below);

    [GeneratedRegex(@"^\s*(?<number>[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?)(?![0-9.])\s*(?<unit>.*?)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
