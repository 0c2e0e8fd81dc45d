using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>Options that platforms have in common which work on one message after the other, with as many servers as it takes.</summary>
public abstract record ServiceOptions
{
    /// <summary>Distribution of the work.</summary>
    [Figure(Mark.Chosen, "right-skewed between constant (cv 0) and exponential (cv 1); no published distribution at hand")]
    public ServiceShape Shape { get; init; } = ServiceShape.LogNormal;

    /// <summary>Coefficient of variation of the work; only a lognormal shape uses it [1].</summary>
    [Figure(Mark.Chosen, "right-skewed between constant (cv 0) and exponential (cv 1); no published distribution at hand")]
    [Unit("1", Minimum = 0)]
    public double Variation { get; init; } = 0.5;

    /// <summary>Number of servers: cores, workers, connections; null for the smallest that keeps to the planned utilisation [1].</summary>
    [Figure(Mark.Chosen, "dimensioned by the same rule on all sides of a comparison")]
    [Unit("1", Minimum = 1)]
    public int? Servers { get; init; }

    /// <summary>Messages that can wait [1].</summary>
    [Figure(Mark.Chosen, "as the broker's, so that the place of a queue is not a factor")]
    [Unit("1", Minimum = 0)]
    public int Queue { get; init; } = 1000;

    /// <summary>A station of such servers.</summary>
    /// <param name="plan">Where and for what.</param>
    /// <param name="work">Mean work on a message.</param>
    /// <param name="unit">What a server is called among the components.</param>
    internal PlatformInstallation Install(PlatformPlan plan, Duration work, string unit) =>
        Dimensioning.Station(plan, ServiceTime.Of(Shape, work, Variation), Servers, Queue, copyShare: 0, unit);
}
