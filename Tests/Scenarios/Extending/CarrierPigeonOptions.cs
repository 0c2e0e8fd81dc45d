using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Extending;

/// <summary>Options of <c>carrier-pigeon</c>.</summary>
public sealed record CarrierPigeonOptions : IPriced
{
    /// <summary>Length of a flight [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "half an hour, a leisurely 30 km")]
    public Duration Flight { get; init; } = 30.Minutes;

    /// <summary>Share of pigeons that meet a hawk [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.Chosen, "none unless asked for")]
    public double Hawks { get; init; }

    IReadOnlyList<Charge> IPriced.Charges => [new("carrier-pigeon", ChargeBasis.Device), new("loft", ChargeBasis.Component, "loft")];
}
