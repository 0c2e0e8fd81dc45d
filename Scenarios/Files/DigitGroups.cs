using System.Text.RegularExpressions;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Knows numbers whose digits are parted into groups, as people print them and as no file means the same everywhere.</summary>
internal static partial class DigitGroups
{
    /// <summary>How to write a number that begins with such groups, or null if the text does not.</summary>
    public static string? Advice(string text)
    {
        var match = Groups().Match(text);
        return match.Success ? $"write its digits together, as '{Separators().Replace(match.Value, "")}'" : null;
    }

    [GeneratedRegex(@"(?<=^\s*)[+-]?[0-9]{1,3}([\s,'_][0-9]{3})+(?![0-9])")]
    private static partial Regex Groups();

    [GeneratedRegex(@"[\s,'_]")]
    private static partial Regex Separators();
}
