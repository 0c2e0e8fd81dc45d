using System.Reflection;
using System.Text.Json.Nodes;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Any text.</summary>
internal sealed class TextCodec : ScalarCodec
{
    public override string Expected => "a text";

    public override bool IsFreeText => true;

    public override string? Read(string text, out object? value)
    {
        value = text;
        return null;
    }

    public override string Write(object value) => (string)value;

    /// <remarks>Editors take <c>1.10</c> and <c>yes</c> for a number and a truth value; to us they are texts.</remarks>
    public override JsonObject Schema(Func<MemberInfo, string> describe) =>
        new() { ["type"] = new JsonArray("string", "number", "boolean") };
}
