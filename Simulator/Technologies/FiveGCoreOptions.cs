using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>5g-core</c>.</summary>
public sealed record FiveGCoreOptions : TranslatorOptions, IPriced
{
    /// <summary>Where the user plane hands packets over: on-premises, edge, regional or central.</summary>
    [Figure(
        Mark.FromMemory,
        "central sites are the rule in public networks, 3GPP TS 23.501 §5.7.3.4: 20 ms of budget between base station and user plane"
    )]
    public UserPlanePlace UserPlane { get; init; } = UserPlanePlace.Central;

    /// <summary>One-way delay between base station and exit without load [s]; nothing for what suits the place.</summary>
    [Unit("s", Minimum = 0, Maximum = 1)]
    [Figure(
        Mark.Derived,
        "from memory: on premises 0.2 ms (below 0.5), edge 1 ms (up to 2), regional 2 ms (100 to 300 km: 1 to 3), central 5 ms more (5 to 15 to a national centre)"
    )]
    public Duration? Delay { get; init; }

    /// <summary>One-way forwarding in the user plane [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "50 to 500 us in software, 10 to 50 us in hardware")]
    public Duration Forwarding { get; init; } = 100.Microseconds;

    /// <summary>Mean of the random part of the one-way delay, as a share of the rest [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Chosen, "transport networks with little load")]
    public double Variation { get; init; } = 0.1;

    /// <summary>Share of frames lost per direction [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(
        Mark.Chosen,
        "none: backbones lose 0.001 to 0.01 %, which the budget of a reliable service does not allow; a public network's radio loses more"
    )]
    public double Loss { get; init; }

    IReadOnlyList<Charge> IPriced.Charges => [];

    IReadOnlyList<Unbilled> IPriced.Unbilled =>
        [new("5G core", "an operator's, which subscriptions pay for; that of a private network is within the operation of its cells")];
}
