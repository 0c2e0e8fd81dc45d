namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>A mistake in a text: the first of something right, after a heading, is written wrong.</summary>
/// <param name="Heading">Where the part begins in which it stands.</param>
/// <param name="Right">What stands there.</param>
/// <param name="Wrong">What is written instead, on the same line.</param>
internal sealed record PlantedMistake(string Heading, string Right, string Wrong)
{
    public string In(string text)
    {
        var at = text.IndexOf(Right, text.IndexOf(Heading, StringComparison.Ordinal), StringComparison.Ordinal);
        return text[..at] + Wrong + text[(at + Right.Length)..];
    }

    public override string ToString() => $"{Heading.Trim()} {Wrong}";
}
