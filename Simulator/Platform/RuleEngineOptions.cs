using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A rule engine; the default is the middle of what a rule costs.</summary>
public sealed record RuleEngineOptions : ServiceOptions, IPriced
{
    /// <summary>Work on a message.</summary>
    [Figure(Mark.FromMemory, "evaluation of a rule: 0.05 to 1 ms of processor time a message")]
    [Unit("s", Minimum = 0)]
    public Duration Service { get; init; } = 500.Microseconds;

    IReadOnlyList<Charge> IPriced.Charges => [new("server", ChargeBasis.Core)];
}
