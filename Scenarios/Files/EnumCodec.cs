using System.Reflection;
using System.Text.Json.Nodes;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A member of an enumeration, in kebab case.</summary>
internal sealed class EnumCodec(Type type) : ScalarCodec
{
    private readonly (string Name, FieldInfo Member)[] _members = [.. Names.OfEnum(type)];

    public override string Expected => $"one of {string.Join(", ", _members.Select(member => member.Name))}";

    public override string? Read(string text, out object? value)
    {
        var member = _members.FirstOrDefault(member => member.Name == text).Member;
        value = member?.GetValue(null);
        return member is null ? Spelling.Unknown("value", text, _members.Select(known => known.Name)) : null;
    }

    public override string Write(object value) => _members.First(member => member.Member.GetValue(null)!.Equals(value)).Name;

    public override JsonObject Schema(Func<MemberInfo, string> describe)
    {
        return new JsonObject { ["oneOf"] = new JsonArray([.. _members.Select(Member)]) };

        JsonObject Member((string Name, FieldInfo Member) member)
        {
            var schema = new JsonObject { ["const"] = member.Name };
            if (describe(member.Member) is { Length: > 0 } description)
            {
                schema["description"] = description;
            }

            return schema;
        }
    }
}
