using System.Text.RegularExpressions;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Says what is probably wrong with a line that is not YAML.</summary>
internal static partial class SyntaxAdvice
{
    public static string For(string text, int line, string message)
    {
        var lines = text.Split('\n');
        var culprit = line >= 1 && line <= lines.Length ? lines[line - 1] : "";
        var advice =
            UnquotedSign().Match(culprit) is { Success: true } sign ? $"; put a value that starts with '{sign.Groups[1].Value}' in quotes"
            : TabIn(text, message) is { } tabbed ? $"; indent with spaces, not with tabs (line {tabbed})"
            : "";
        return $"this is not valid YAML: {message.TrimEnd('.')}{advice}";
    }

    /// <summary>The first line that is indented with a tab, if that is what the parser trips over: it names the place where it began to look.</summary>
    public static int? TabIn(string text, string message)
    {
        var index = Array.FindIndex(text.Split('\n'), line => line.TrimStart(' ').StartsWith('\t'));
        return index >= 0 && message.Contains("tab", StringComparison.Ordinal) ? index + 1 : null;
    }

    [GeneratedRegex("""(?:^|[:,\[{-])\s*([>|@`%*&])(?=[= \d])""")]
    private static partial Regex UnquotedSign();
}
