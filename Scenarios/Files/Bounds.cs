using System.Text.Json.Nodes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>The legal range of a number.</summary>
/// <param name="Minimum">Least legal value, in <paramref name="Unit"/>.</param>
/// <param name="Maximum">Greatest legal value, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit.</param>
internal sealed record Bounds(double Minimum, double Maximum, MeasureUnit Unit)
{
    private static readonly MeasureUnit Percent = UnitTable.Find("%");

    public static Bounds Of(UnitAttribute? attribute, MeasureUnit unit) =>
        attribute is null
            ? new Bounds(double.NegativeInfinity, double.PositiveInfinity, unit)
            : new Bounds(attribute.Minimum, attribute.Maximum, unit);

    /// <summary>The range in words, or null where there is none.</summary>
    public string? Legal => double.IsInfinity(Minimum) && double.IsInfinity(Maximum) ? null : ToString();

    /// <summary>What is wrong with a value that was written as that text, or null.</summary>
    public string? Problem(double value, string text) =>
        value < Minimum || value > Maximum ? $"'{text}' is out of range; legal: {As(text)}" : null;

    /// <summary>As <see cref="Problem"/>, for a value that may be written in percent: a plain number that would be legal so is asked for its sign.</summary>
    public string? ProblemOfShare(double value, string text)
    {
        var mayBePercent = Unit == UnitTable.One && value > Maximum && value / 100 >= Minimum && value / 100 <= Maximum;
        return mayBePercent && char.IsAsciiDigit(text.TrimEnd()[^1])
            ? $"{Problem(value, text)}; did you mean '{text.Trim()} %'?"
            : Problem(value, text);
    }

    /// <summary>The range in words.</summary>
    public override string ToString() => Words(Text);

    /// <summary>The range in words, in percent for whoever writes so.</summary>
    private string As(string text) =>
        Unit == UnitTable.One && text.TrimEnd().EndsWith(Percent.Symbol, StringComparison.Ordinal)
            ? Words(value => UnitTable.Text(Unit.Convert(value, Percent), Percent))
            : ToString();

    private string Words(Func<double, string> text) =>
        (double.IsInfinity(Minimum), double.IsInfinity(Maximum)) switch
        {
            (true, true) => "any number",
            (false, true) => $"{text(Minimum)} or more",
            (true, false) => $"{text(Maximum)} or less",
            _ => $"{text(Minimum)} .. {text(Maximum)}",
        };

    /// <summary>Adds the range to the schema of a plain number.</summary>
    public JsonObject AddTo(JsonObject schema)
    {
        if (!double.IsInfinity(Minimum))
        {
            schema["minimum"] = Minimum;
        }

        if (!double.IsInfinity(Maximum))
        {
            schema["maximum"] = Maximum;
        }

        return schema;
    }

    private string Text(double value) => UnitTable.Format(value, Unit);
}
