namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>The file is larger or deeper than we read.</summary>
internal sealed class TreeLimitException(SourcePosition place, string message) : Exception(message)
{
    public SourcePosition Place { get; } = place;
}
