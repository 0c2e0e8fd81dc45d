using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>An application that consumes or produces messages.</summary>
public sealed record ApplicationOptions : ServiceOptions, IPriced
{
    /// <summary>Work on a message; zero for none.</summary>
    [Figure(Mark.Chosen, "not a bottleneck unless a scenario says so")]
    [Unit("s", Minimum = 0)]
    public Duration Service { get; init; } = Duration.Zero;

    IReadOnlyList<Charge> IPriced.Charges => [new("server", ChargeBasis.Core)];
}
