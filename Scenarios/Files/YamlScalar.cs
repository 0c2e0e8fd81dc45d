namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A piece of text.</summary>
/// <param name="text">The text, without quotes.</param>
/// <param name="isQuoted">Whether it stood in quotes or in a block.</param>
/// <param name="place">Where it was written.</param>
public sealed class YamlScalar(string text, bool isQuoted, SourcePosition place) : YamlNode(place)
{
    private const int DescribedLength = 60;

    /// <summary>The text, without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it stood in quotes or in a block.</summary>
    public bool IsQuoted { get; } = isQuoted;

    /// <summary>Whether nothing was given: no text, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => !IsQuoted && Text is ("" or "~" or "null");

    /// <inheritdoc/>
    public override string Describe() =>
        IsNull ? "nothing"
        : Text.Length <= DescribedLength ? $"'{Text}'"
        : $"'{Text[..DescribedLength]}…'";
}
