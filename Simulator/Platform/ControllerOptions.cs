using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A programmable controller that works in scans.</summary>
public sealed record ControllerOptions : IPriced
{
    /// <summary>Length of a scan: inputs are read at its start, outputs are set at its end.</summary>
    [Figure(Mark.Chosen, "1 to 10 ms, scan of a local PLC; upper end")]
    [Unit("s", Minimum = 0.000001)]
    public Duration Scan { get; init; } = 10.Milliseconds;

    IReadOnlyList<Charge> IPriced.Charges => [new("plc", ChargeBasis.Member)];
}
