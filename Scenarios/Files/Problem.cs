namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Something wrong with the input.</summary>
/// <param name="Place">Where.</param>
/// <param name="Text">What, which value, what is legal.</param>
/// <param name="Severity">Whether it stops us.</param>
public sealed record Problem(SourcePosition Place, string Text, Severity Severity = Severity.Error)
{
    /// <summary><c>file:line:column: text</c>.</summary>
    public override string ToString() => Severity == Severity.Warning ? $"{Place}: warning: {Text}" : $"{Place}: {Text}";
}
