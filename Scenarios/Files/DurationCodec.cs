using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A duration, converted in decimal arithmetic so that it is rounded once, half to even, to the nanosecond.</summary>
/// <param name="bounds">The legal range [s].</param>
internal sealed class DurationCodec(Bounds bounds) : ScalarCodec
{
    private static readonly MeasureUnit Second = UnitTable.Find("s");

    public override string Expected => UnitTable.Describe(Second);

    public override string? Legal => bounds.Legal;

    public override string? Read(string text, out object? value)
    {
        value = null;
        if (!Quantity.TrySplit(text, Second, out var number, out var unit, out var problem))
        {
            return Mismatch(text, problem.Contains(text, StringComparison.Ordinal) ? null : problem) + UnitAdvice.For(Second);
        }

        if (!unit.Fits(Second))
        {
            var detail = unit == UnitTable.One ? null : $"that is {UnitTable.Noun(unit)}";
            return Mismatch(text, detail) + UnitAdvice.For(Second);
        }

        var factor = UnitTable.NanosecondsIn(unit);
        if (
            !decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            || Math.Abs(amount) >= long.MaxValue / factor
        )
        {
            return $"'{text}' is out of range; a duration lies within ±292 years";
        }

        var duration = new Duration((long)Math.Round(amount * factor, MidpointRounding.ToEven));
        value = duration;
        return bounds.Problem(duration.TotalSeconds, text);
    }

    public override string Write(object value) => UnitTable.Format((Duration)value);

    public override JsonObject Schema(Func<MemberInfo, string> describe) => QuantitySchema.Of(Second, bounds);
}
