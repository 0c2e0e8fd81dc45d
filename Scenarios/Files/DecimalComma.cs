using System.Text.RegularExpressions;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Knows numbers with a decimal comma, after which YAML begins another entry where the number stands in braces.</summary>
internal static partial class DecimalComma
{
    /// <summary>How to write such a number, or null if the text is none.</summary>
    public static string? Advice(string text) =>
        Number().Match(text) is { Success: true } number ? Advice(number.Groups["whole"].Value, number.Groups["rest"].Value) : null;

    /// <summary>The entries of a mapping, where the second half of such a number is put back to the first, with what to tell about it.</summary>
    public static IEnumerable<(YamlScalar Key, YamlNode Value, string? Advice)> Joined(IReadOnlyList<YamlEntry> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var (key, value) = entries[i];
            if (i + 1 < entries.Count && value is YamlScalar { IsQuoted: false } whole && IsRest(whole.Text, entries[i + 1]))
            {
                yield return (key, value, Advice(whole.Text, entries[i + 1].Key.Text));
                i++;
            }
            else
            {
                yield return (key, value, null);
            }
        }
    }

    private static bool IsRest(string whole, YamlEntry next) =>
        next is { Key.IsQuoted: false, Value: YamlScalar { IsNull: true } } && Number().IsMatch($"{whole},{next.Key.Text}");

    private static string Advice(string whole, string rest) => $"decimals are written with a point, as '{whole.Trim()}.{rest.Trim()}'";

    [GeneratedRegex(@"^\s*(?<whole>[+-]?[0-9]+),(?<rest>[0-9]+(?![0-9.,]).*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
