using System.Text.RegularExpressions;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Says what is probably wrong with a line that is not YAML.</summary>
internal static partial class SyntaxAdvice
{
    public static string For(string text, int line, string message)
    {
        var lines = text.Split('\n');
        var culprit = line >= 1 && line <= lines.Length ? lines[line - 1] : "";
        var tabbed = Array.FindIndex(lines, candidate => candidate.TrimStart(' ').StartsWith('\t')) + 1;
        var advice =
            UnquotedSign().Match(culprit) is { Success: true } sign ? $"; put a value that starts with '{sign.Groups[1].Value}' in quotes"
            : tabbed > 0 && message.Contains("tab", StringComparison.Ordinal) ? $"; indent with spaces, not with tabs (line {tabbed})"
            : "";
        return $"this is not valid YAML: {message.TrimEnd('.')}{advice}";
    }

    [GeneratedRegex("""(?:^|[:,\[{-])\s*([>|@`%*&])(?=[= \d])""")]
    private static partial Regex UnquotedSign();
}
