using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>fibre</c>.</summary>
public sealed record FibreOptions : FixedAccessOptions, IPriced
{
    /// <summary>Rate from the subscriber [bit/s].</summary>
    [Unit("bit/s", Minimum = 1e4, Maximum = 1e12)]
    [Figure(Mark.Chosen, "a usual subscription to fibre to the home")]
    public override BitRate UplinkRate { get; init; } = 100.MegabitsPerSecond;

    /// <summary>Rate to the subscriber [bit/s].</summary>
    [Unit("bit/s", Minimum = 1e4, Maximum = 1e12)]
    [Figure(Mark.Chosen, "a usual subscription to fibre to the home")]
    public override BitRate DownlinkRate { get; init; } = 300.MegabitsPerSecond;

    /// <summary>Fixed part of the round trip to the operator's edge [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "median 5 ms; measured fibre lines of today lie between 3 and 10 ms")]
    public override Duration RoundTripMinimum { get; init; } = 2.Milliseconds;

    /// <summary>Median of the random part of the round trip [s]; each direction takes half of a draw of its own.</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "median 5 ms; measured fibre lines of today lie between 3 and 10 ms")]
    public override Duration RoundTripMedian { get; init; } = 3.Milliseconds;

    /// <summary>Standard deviation of the natural logarithm of the random part [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 3)]
    [Figure(Mark.Chosen, "a tail of a few times the median, as of home lines in regulators' reports")]
    public override double RoundTripSigma { get; init; } = 0.4;

    /// <summary>Share of frames lost per direction [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.FromMemory, "fibre and cable lines: below 0.1 %")]
    public override double Loss { get; init; } = 0.0005;

    /// <summary>Room of the queue at each end [B].</summary>
    [Unit("B", Minimum = 1538)]
    [Figure(Mark.Chosen, "20 ms at the uplink rate")]
    public override int Queue { get; init; } = 256_000;

    /// <summary>Share of time in which the line works [1]; 1 for never down.</summary>
    [Unit("1", Minimum = 0.5, Maximum = 1)]
    [Figure(Mark.Chosen, "outages happen only where a scenario asks for them; typical are 0.995 to 0.9995")]
    public override double Availability { get; init; } = 1;

    /// <summary>Mean length of an outage [s].</summary>
    [Unit("s", Minimum = 1)]
    [Figure(Mark.FromMemory, "operators' service reports: 30 min to 4 h")]
    public override Duration MeanOutage { get; init; } = 1.Hours;

    /// <summary>Supply voltage of the subscriber's terminal [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 60)]
    [Figure(Mark.FromMemory, "the usual plug-in supply of home gateways")]
    public override double TerminalVoltage { get; init; } = 12;

    /// <summary>Current that the subscriber's terminal draws all the time [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 10)]
    [Figure(
        Mark.FromMemory,
        "a network terminal of 2 to 4 W and a router of 3 to 5 W (range of the targets of the EU Code of Conduct on Broadband Equipment)"
    )]
    public override double TerminalCurrent { get; init; } = 0.5;

    IReadOnlyList<Charge> IPriced.Charges => [new("access-line", ChargeBasis.Component, "access line")];
}
