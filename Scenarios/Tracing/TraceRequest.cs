namespace M2mVsIoTSim.Scenarios.Tracing;

/// <summary>What of a run is to be written down.</summary>
public sealed record TraceRequest
{
    /// <summary>The members that are followed, such as <c>meter 17</c>; the first of every party of devices if empty.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Number of the replication, from 1.</summary>
    public int Replication { get; init; } = 1;

    /// <summary>Where writing stops [1 event]; the run goes on.</summary>
    public int Limit { get; init; } = 100_000;
}
