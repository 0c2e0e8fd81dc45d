using System.Text.RegularExpressions;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Something wrong with the input.</summary>
/// <param name="Place">Where.</param>
/// <param name="Text">What, which value, what is legal.</param>
/// <param name="Severity">Whether it stops us.</param>
public sealed partial record Problem(SourcePosition Place, string Text, Severity Severity = Severity.Error)
{
    /// <summary>What, which value, what is legal; on one line, and without anything that a terminal would obey.</summary>
    public string Text { get; } = Invisible().Replace(Text, match => $"\\u{(int)match.Value[0]:x4}");

    /// <summary><c>file:line:column: text</c>.</summary>
    public override string ToString() => Severity == Severity.Warning ? $"{Place}: warning: {Text}" : $"{Place}: {Text}";

    // Control characters, line and paragraph separators, marks that turn the direction of writing, and halves of surrogate pairs.
    [GeneratedRegex(
        @"[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]"
    )]
    private static partial Regex Invisible();
}
