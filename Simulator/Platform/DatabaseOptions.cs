using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A database that stores each message; the default commits rows one by one.</summary>
public sealed record DatabaseOptions : ServiceOptions, IPriced
{
    /// <summary>Work on a message.</summary>
    [Figure(Mark.FromMemory, "PostgreSQL: 0.5 to 2 ms a commit with an fsync to a solid-state disk, 1 000 to 10 000 commits/s")]
    [Unit("s", Minimum = 0)]
    public Duration Service { get; init; } = 1.Milliseconds;

    IReadOnlyList<Charge> IPriced.Charges => [new("server", ChargeBasis.Member), new("storage", ChargeBasis.Member)];
}
