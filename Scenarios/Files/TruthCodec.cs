using System.Reflection;
using System.Text.Json.Nodes;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class TruthCodec : ScalarCodec
{
    public override string Expected => "'true' or 'false'";

    public override string? Read(string text, out object? value)
    {
        value = text == "true";
        return text is "true" or "false" ? null : Mismatch(text);
    }

    public override string Write(object value) => (bool)value ? "true" : "false";

    public override JsonObject Schema(Func<MemberInfo, string> describe) => new() { ["type"] = "boolean" };
}
