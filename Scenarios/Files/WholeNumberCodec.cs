using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A whole number without unit.</summary>
internal sealed class WholeNumberCodec<T>(Bounds bounds) : ScalarCodec
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    public override string Expected => "a whole number such as '3'";

    public override string? Legal => bounds.Legal;

    public override string? Read(string text, out object? value)
    {
        value = null;
        if (!BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return Mismatch(text, DigitGroups.Advice(text));
        }

        if (number < BigInteger.CreateChecked(T.MinValue) || number > BigInteger.CreateChecked(T.MaxValue))
        {
            return $"'{text}' is out of range; legal: {T.MinValue} .. {T.MaxValue}";
        }

        value = T.CreateChecked(number);
        return bounds.Problem((double)number, text);
    }

    public override string Write(object value) => ((T)value).ToString(null, CultureInfo.InvariantCulture);

    public override JsonObject Schema(Func<MemberInfo, string> describe) => bounds.AddTo(new JsonObject { ["type"] = "integer" });
}
