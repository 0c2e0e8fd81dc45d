using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A server of one application that its devices report to. The defaults are those of the broker, so that a comparison of the two is not one of processors.</summary>
public sealed record HeadEndOptions : IPriced
{
    /// <summary>Work on a message that is passed on to one consumer.</summary>
    [Figure(Mark.Chosen, "equal to the broker's")]
    [Unit("s", Minimum = 0)]
    public Duration Service { get; init; } = 26.8.Microseconds;

    /// <summary>Distribution of the work.</summary>
    [Figure(Mark.Chosen, "equal to the broker's")]
    public ServiceShape Shape { get; init; } = ServiceShape.LogNormal;

    /// <summary>Coefficient of variation of the work; only a lognormal shape uses it [1].</summary>
    [Figure(Mark.Chosen, "equal to the broker's")]
    [Unit("1", Minimum = 0)]
    public double Variation { get; init; } = 0.5;

    /// <summary>Share of that work which is done for each copy that is passed on [1].</summary>
    [Figure(Mark.Chosen, "equal to the broker's")]
    [Unit("1", Minimum = 0, Maximum = 1)]
    public double CopyShare { get; init; } = 0.43;

    /// <summary>Number of servers (cores); null for the smallest that keeps to the planned utilisation [1].</summary>
    [Figure(Mark.Chosen, "dimensioned by the same rule on all sides of a comparison")]
    [Unit("1", Minimum = 1)]
    public int? Servers { get; init; }

    /// <summary>Messages that can wait [1].</summary>
    [Figure(Mark.Chosen, "equal to the broker's")]
    [Unit("1", Minimum = 0)]
    public int Queue { get; init; } = 1000;

    IReadOnlyList<Charge> IPriced.Charges => [new("server", ChargeBasis.Core), new("platform-software", ChargeBasis.Member)];
}
