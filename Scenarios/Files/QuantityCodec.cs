using System.Reflection;
using System.Text.Json.Nodes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A number in a unit: read in any that fits, held in one.</summary>
/// <param name="held">The unit in which the value is held.</param>
/// <param name="bounds">The legal range, in <paramref name="held"/>.</param>
/// <param name="wrap">From the number to the property's type, or null where the type cannot hold the number.</param>
/// <param name="unwrap">From the property's type to the number.</param>
internal sealed class QuantityCodec(MeasureUnit held, Bounds bounds, Func<double, object?> wrap, Func<object, double> unwrap) : ScalarCodec
{
    public override string Expected => IsPlain ? "a number such as '3.5'" : UnitTable.Describe(held);

    private bool IsPlain => held == UnitTable.One;

    public override string? Legal => bounds.Legal;

    public override string? Read(string text, out object? value)
    {
        value = null;
        if (!Quantity.TryRead(text, held, out var quantity, out var problem))
        {
            return Mismatch(text, problem.Contains(text, StringComparison.Ordinal) ? null : problem) + Advice;
        }

        if (!quantity.Unit.Fits(held))
        {
            var detail = quantity.Unit == UnitTable.One ? null : $"that is {UnitTable.Noun(quantity.Unit)}";
            return Mismatch(text, detail) + Advice;
        }

        var number = quantity.In(held);
        value = wrap(number);
        return value is null ? $"'{text}' is not a whole number of {held.Symbol}" : bounds.ProblemOfShare(number, text);
    }

    public override string Write(object value) => UnitTable.Format(unwrap(value), held);

    public override JsonObject Schema(Func<MemberInfo, string> describe) => QuantitySchema.Of(held, bounds);

    private string Advice => IsPlain ? "" : UnitAdvice.For(held);
}
