using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>The messages that one event sets off: the first at once, the others at a spacing.</summary>
public sealed record BurstSpec
{
    /// <summary>How many messages an event sets off.</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    public required int Messages { get; init; }

    /// <summary>From one message to the next.</summary>
    [Unit("s", Minimum = 1e-6)]
    public required Duration Every { get; init; }
}
