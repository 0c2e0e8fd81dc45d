namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>The text cannot become a tree, and reading on makes no sense.</summary>
internal sealed class TreeException(SourcePosition place, string message) : Exception(message)
{
    public SourcePosition Place { get; } = place;
}
