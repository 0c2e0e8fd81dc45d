using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A collector close to the devices, on the processor of a gateway.</summary>
public sealed record ConcentratorOptions : IPriced
{
    /// <summary>Work on a message: protocol translation.</summary>
    [Figure(Mark.Chosen, "geometric middle of 0.2 to 2 ms, protocol translation on a 1 GHz ARM (from memory)")]
    [Unit("s", Minimum = 0)]
    public Duration Service { get; init; } = 0.63.Milliseconds;

    /// <summary>Distribution of the work.</summary>
    [Figure(Mark.Chosen, "right-skewed between constant (cv 0) and exponential (cv 1); no published distribution at hand")]
    public ServiceShape Shape { get; init; } = ServiceShape.LogNormal;

    /// <summary>Coefficient of variation of the work; only a lognormal shape uses it [1].</summary>
    [Figure(Mark.Chosen, "right-skewed between constant (cv 0) and exponential (cv 1); no published distribution at hand")]
    [Unit("1", Minimum = 0)]
    public double Variation { get; init; } = 0.5;

    /// <summary>Share of that work which is done for each copy that is passed on [1].</summary>
    [Figure(Mark.Chosen, "sending is a small part of translating")]
    [Unit("1", Minimum = 0, Maximum = 1)]
    public double CopyShare { get; init; } = 0.2;

    /// <summary>Current that it draws all the time, its modem apart, at 5 V.</summary>
    [Figure(Mark.FromMemory, "Linux gateway (Raspberry Pi 4): 540 mA idle at 5 V")]
    [Unit("A", Minimum = 0)]
    public double IdleCurrent { get; init; } = 0.54;

    /// <summary>Number of cores; null for the smallest that keeps to the planned utilisation [1].</summary>
    [Figure(Mark.Chosen, "dimensioned by the same rule on all sides of a comparison")]
    [Unit("1", Minimum = 1)]
    public int? Servers { get; init; }

    /// <summary>Messages that can wait [1].</summary>
    [Figure(Mark.Chosen, "as the broker's, so that the place of a queue is not a factor")]
    [Unit("1", Minimum = 0)]
    public int Queue { get; init; } = 1000;

    IReadOnlyList<Charge> IPriced.Charges =>
        [
            new("concentrator", ChargeBasis.Member),
            new("field-installation", ChargeBasis.Member),
            new("gateway-maintenance", ChargeBasis.Member),
        ];

    IReadOnlyList<Unbilled> IPriced.Unbilled => [new("core", "part of the concentrator")];
}
