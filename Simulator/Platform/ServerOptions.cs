using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A server whose processing is not a bottleneck unless a scenario says how long it works.</summary>
public sealed record ServerOptions : ServiceOptions, IPriced
{
    /// <summary>Work on a message; zero for none.</summary>
    [Figure(Mark.Chosen, "not a bottleneck unless a scenario says so")]
    [Unit("s", Minimum = 0)]
    public Duration Service { get; init; } = Duration.Zero;

    IReadOnlyList<Charge> IPriced.Charges => [new("server", ChargeBasis.Core)];
}
