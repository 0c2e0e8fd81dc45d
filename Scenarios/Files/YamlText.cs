using System.Globalization;
using System.Text;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Writes a tree as YAML that reads back to the same tree: blocks, with lists of plain values on one line.</summary>
public static class YamlText
{
    private const string PlainSigns = "_./$()+=<>°µμ²%^;'-";

    /// <summary>The text, ending with a line break.</summary>
    public static string Write(YamlNode node) => string.Join('\n', Lines(node)) + "\n";

    /// <summary>The tree on one line for people to read, without quotes: <c>{ 2 dBm: 24 mA, 14 dBm: 44 mA }</c>.</summary>
    public static string Line(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => scalar.Text,
            YamlSequence list => $"[{string.Join(", ", list.Items.Select(Line))}]",
            YamlMapping { Entries: [] } => "{}",
            YamlMapping mapping => $"{{ {string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key.Text}: {Line(entry.Value)}"))} }}",
            _ => node.Describe(),
        };

    private static IEnumerable<string> Lines(YamlNode node) =>
        node switch
        {
            _ when Inline(node) is { } text => [text],
            YamlMapping mapping => mapping.Entries.SelectMany(Lines),
            _ => ((YamlSequence)node).Items.SelectMany(item => Lines(item).Select((line, index) => (index == 0 ? "- " : "  ") + line)),
        };

    private static IEnumerable<string> Lines(YamlEntry entry)
    {
        var key = Scalar(entry.Key);
        return Inline(entry.Value) is { } text ? [$"{key}: {text}"] : [$"{key}:", .. Lines(entry.Value).Select(line => "  " + line)];
    }

    private static string? Inline(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => Scalar(scalar),
            YamlMapping { Entries: [] } => "{}",
            YamlSequence sequence when sequence.Items.All(item => item is YamlScalar) =>
                $"[{string.Join(", ", sequence.Items.Cast<YamlScalar>().Select(Scalar))}]",
            _ => null,
        };

    private static string Scalar(YamlScalar scalar) =>
        scalar.IsNull ? "null"
        : !scalar.IsQuoted && IsPlain(scalar.Text) ? scalar.Text
        : Quoted(scalar.Text);

    /// <summary>Whether the text means the same without quotes, inside of brackets too.</summary>
    private static bool IsPlain(string text) =>
        text.Length > 0
        && !text.EndsWith(' ')
        && (
            char.IsLetterOrDigit(text[0])
            || text[0] is '$' or '_' or '/'
            || (text[0] is '-' or '+' && text.Length > 1 && char.IsAsciiDigit(text[1]))
        )
        && text.All(letter => char.IsLetterOrDigit(letter) || letter == ' ' || PlainSigns.Contains(letter));

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(
                rune.Value switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\t' => "\\t",
                    (>= 0x20 and < 0x7f) or (>= 0xa1 and < 0x2000) => rune.ToString(),
                    _ => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
                }
            );
        }

        return quoted.Append('"').ToString();
    }
}
