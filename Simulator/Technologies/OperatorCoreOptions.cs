using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>operator-core</c>.</summary>
public sealed record OperatorCoreOptions : TranslatorOptions, IPriced
{
    /// <summary>Distance over ground from the cells to the operator's exit to the Internet [km].</summary>
    [Unit("km", Minimum = 0, Maximum = 20_000)]
    [Figure(Mark.Chosen, "a country with a few exits")]
    public double Distance { get; init; } = 200;

    /// <summary>Length of fibre per distance over ground [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 5)]
    [Figure(Mark.Derived, "1.3 to 2.0 of the great circle")]
    public double RouteFactor { get; init; } = 1.5;

    /// <summary>One-way processing in gateways and address translation [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "a few software hops; no measurement at hand")]
    public Duration Processing { get; init; } = 1.Milliseconds;

    /// <summary>Mean of the random part of the one-way delay [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "half the processing")]
    public Duration Variation { get; init; } = 0.5.Milliseconds;

    /// <summary>Share of frames lost per direction [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.FromMemory, "backbones: 0.001 to 0.01 %")]
    public double Loss { get; init; } = 5e-5;

    IReadOnlyList<Charge> IPriced.Charges => [];

    IReadOnlyList<Unbilled> IPriced.Unbilled => [new("operator core", "part of an operator's network, which subscriptions pay for")];
}
