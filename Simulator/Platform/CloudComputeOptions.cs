using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>Computing in a data centre; the defaults are the cloud of iFogSim and the same work as at the edge.</summary>
public sealed record CloudComputeOptions
{
    /// <summary>Work on a message in millions of instructions [1].</summary>
    [Figure(Mark.Derived, "a rule at an edge gateway takes 5 to 50 ms (a choice of budget); 10 ms at 2800 MIPS")]
    [Unit("1", Minimum = 0)]
    public double Instructions { get; init; } = 28;

    /// <summary>Speed of a core in millions of instructions per second [1].</summary>
    [Figure(Mark.Confirmed, "iFogSim, VRGameFog and DCNSFog: cloud 44 800 MIPS")]
    [Unit("1", Minimum = 1)]
    public double Speed { get; init; } = 44_800;

    /// <summary>Distribution of the work.</summary>
    [Figure(Mark.Chosen, "right-skewed between constant (cv 0) and exponential (cv 1); no published distribution at hand")]
    public ServiceShape Shape { get; init; } = ServiceShape.LogNormal;

    /// <summary>Coefficient of variation of the work; only a lognormal shape uses it [1].</summary>
    [Figure(Mark.Chosen, "right-skewed between constant (cv 0) and exponential (cv 1); no published distribution at hand")]
    [Unit("1", Minimum = 0)]
    public double Variation { get; init; } = 0.5;

    /// <summary>Number of servers (cores); null for the smallest that keeps to the planned utilisation [1].</summary>
    [Figure(Mark.Chosen, "dimensioned by the same rule on all sides of a comparison")]
    [Unit("1", Minimum = 1)]
    public int? Servers { get; init; }

    /// <summary>Messages that can wait [1].</summary>
    [Figure(Mark.Chosen, "as the broker's, so that the place of a queue is not a factor")]
    [Unit("1", Minimum = 0)]
    public int Queue { get; init; } = 1000;
}
