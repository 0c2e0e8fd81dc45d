using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>Computing near the devices; the defaults are a gateway of iFogSim.</summary>
public sealed record EdgeComputeOptions : ServiceOptions, IPriced
{
    /// <summary>Work on a message in millions of instructions [1].</summary>
    [Figure(Mark.Derived, "a rule at an edge gateway takes 5 to 50 ms (a choice of budget); 10 ms at 2800 MIPS")]
    [Unit("1", Minimum = 0)]
    public double Instructions { get; init; } = 28;

    /// <summary>Speed of a core in millions of instructions per second [1].</summary>
    [Figure(Mark.Confirmed, "iFogSim, VRGameFog and DCNSFog: gateway and proxy 2800 MIPS")]
    [Unit("1", Minimum = 1)]
    public double Speed { get; init; } = 2800;

    IReadOnlyList<Charge> IPriced.Charges => [new("edge-computer", ChargeBasis.Member), new("gateway-maintenance", ChargeBasis.Member)];

    IReadOnlyList<Unbilled> IPriced.Unbilled => [new("core", "part of the edge computer")];
}
