using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using System.Text.RegularExpressions;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>How things are called in files.</summary>
public static partial class Names
{
    /// <summary>What a user may call things: letters and digits first, then also points, hyphens and underscores.</summary>
    /// <remarks>ASCII only, because names become parts of file names and of case identifiers on every system.</remarks>
    public const string Pattern = "^[A-Za-z0-9][A-Za-z0-9._-]*$";

    /// <summary>Whether a user may call something so.</summary>
    public static bool IsLegal(string name) => Legal().IsMatch(name);

    /// <summary>The name of a C# member in a file: <c>WarmUp</c> is <c>warm-up</c>, <c>IPAddress</c> is <c>ip-address</c>.</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var letter = name[index];
            var startsWord =
                char.IsAsciiLetterUpper(letter)
                && index > 0
                && (!char.IsAsciiLetterUpper(name[index - 1]) || (index + 1 < name.Length && char.IsAsciiLetterLower(name[index + 1])));
            text.Append(startsWord ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    /// <summary>The names of an enumeration's members, in their order.</summary>
    /// <remarks>What kebab case cannot say, <c>[EnumMember(Value = "tls-1.3")]</c> can.</remarks>
    public static IReadOnlyList<(string Name, FieldInfo Member)> OfEnum(Type type) =>
        [
            .. type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .OrderBy(member => member.MetadataToken)
                .Select(member => (member.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? Kebab(member.Name), member)),
        ];

    [GeneratedRegex(Pattern)]
    private static partial Regex Legal();
}
