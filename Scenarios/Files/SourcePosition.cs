using System.Globalization;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Where a value was written: a place in a file, or an option or sweep that set it.</summary>
/// <param name="File">The file as the user named it, or what set the value: <c>--set study.seed</c>.</param>
/// <param name="Line">From 1; 0 where there are no lines.</param>
/// <param name="Column">From 1; 0 where there are no columns.</param>
public readonly record struct SourcePosition(string File, int Line = 0, int Column = 0)
{
    /// <summary><c>file:line:column</c>, or the file alone.</summary>
    public override string ToString() => Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
