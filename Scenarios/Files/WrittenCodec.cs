using System.Reflection;
using System.Text.Json.Nodes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A type that reads itself.</summary>
/// <param name="attribute">The unit that the value must fit and its bounds, or null.</param>
internal sealed class WrittenCodec<T>(UnitAttribute? attribute) : ScalarCodec
    where T : IWritten<T>
{
    private readonly MeasureUnit? _held = attribute is null ? null : UnitTable.Find(attribute.Symbol);

    public override string Expected => T.ExpectedFor(_held, "");

    public override string? Read(string text, out object? value)
    {
        value = null;
        if (!T.TryRead(text, out var read, out var problem))
        {
            var advice = _held is null || _held == UnitTable.One ? "" : UnitAdvice.For(_held);
            return Mismatch(T.ExpectedFor(_held, text), text, problem) + advice;
        }

        value = read;
        if (_held is null || read is not IMeasured measured)
        {
            return null;
        }

        if (!measured.Unit.Fits(_held))
        {
            return $"'{text}' is {UnitTable.Noun(measured.Unit)}, expected {UnitTable.Noun(_held)}" + UnitAdvice.For(_held);
        }

        var bounds = Bounds.Of(attribute, _held);
        return bounds.ProblemOfShare(measured.Unit.Convert(measured.Least, _held), text)
            ?? bounds.ProblemOfShare(measured.Unit.Convert(measured.Greatest, _held), text);
    }

    public override string Write(object value) => value.ToString()!;

    public override JsonObject Schema(Func<MemberInfo, string> describe)
    {
        var schema = new JsonObject { ["type"] = new JsonArray("string", "number") };
        var parts = Expected.Split('\'');
        if (parts.Length >= 3)
        {
            schema["examples"] = new JsonArray(parts[1]);
        }

        return schema;
    }
}
