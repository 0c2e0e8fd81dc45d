using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <see cref="Sms"/>; the defaults are the preset.</summary>
public sealed record SmsOptions : IPriced
{
    /// <summary>How the end on the side of the hop's <c>from</c> takes part.</summary>
    [Figure(Mark.Chosen, "a device with a modem; a server may have a line to the service centre")]
    public SmsEnd Near { get; init; }

    /// <summary>How the end on the side of the hop's <c>to</c> takes part.</summary>
    [Figure(Mark.Chosen, "somebody with a phone")]
    public SmsEnd Far { get; init; }

    /// <summary>Mean time over the air, from a mobile end or to it [s].</summary>
    [Unit("s", Minimum = 0.01, Maximum = 600)]
    [Figure(
        Mark.Derived,
        "ETSI EMTEL, ITU-T workshop, October 2006: 6 to 8 s from mobile to mobile, of which 1 to 2 s in the service centre"
    )]
    public Duration AirTime { get; init; } = 2.5.Seconds;

    /// <summary>Standard deviation of the time over the air, which is lognormal [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 600)]
    [Figure(Mark.Chosen, "a third of the mean; a weak signal doubles it, motion triples it (Brown et al., IST-Africa 2013)")]
    public Duration AirDeviation { get; init; } = 0.8.Seconds;

    /// <summary>Least time in the service centre [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 3600)]
    [Figure(Mark.Confirmed, "ETSI EMTEL, ITU-T workshop, October 2006: 1 to 2 s")]
    public Duration CentreLeast { get; init; } = 1.Seconds;

    /// <summary>Greatest time in the service centre, not below the least one [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 3600)]
    [Figure(Mark.Confirmed, "ETSI EMTEL, ITU-T workshop, October 2006: 1 to 2 s")]
    public Duration CentreMost { get; init; } = 2.Seconds;

    /// <summary>Time from or to a large account, over its line [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Chosen, "a session of SMPP over the Internet")]
    public Duration AccountDelay { get; init; } = 100.Milliseconds;

    /// <summary>Share of the time for which a mobile end that receives is switched off or out of coverage [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.Confirmed, "ETSI EMTEL, ITU-T workshop, October 2006: 38 % are not delivered at the first attempt")]
    public double Unreachable { get; init; } = 0.38;

    /// <summary>Mean time for which it is so, exponential [s].</summary>
    [Unit("s", Minimum = 1)]
    [Figure(Mark.Derived, "98 % arrive in the end (ETSI EMTEL, October 2006): 24 h / ln(0.38 / 0.02) = 8.15 h")]
    public Duration Absence { get; init; } = 29_340.Seconds;

    /// <summary>Time for which the service centre keeps a message [s].</summary>
    [Unit("s", Minimum = 300, Maximum = 38_102_400)]
    [Figure(Mark.Chosen, "a day; 3GPP TS 23.040 allows 5 min to 63 weeks (from memory)")]
    public Duration Validity { get; init; } = 1.Days;

    /// <summary>Time from the first attempt to the next; doubles with each attempt [s].</summary>
    [Unit("s", Minimum = 1, Maximum = 86_400)]
    [Figure(Mark.Chosen, "a few minutes; operators' schedules differ and are not published")]
    public Duration RetryDelay { get; init; } = 5.Minutes;

    /// <summary>Greatest time from one attempt to the next [s].</summary>
    [Unit("s", Minimum = 1, Maximum = 604_800)]
    [Figure(Mark.Chosen, "an hour; operators' schedules differ and are not published")]
    public Duration RetryMaximum { get; init; } = 1.Hours;

    /// <summary>Whether the network tells the service centre when a receiver is back, which then tries at once.</summary>
    [Figure(Mark.Chosen, "off; 3GPP TS 23.040 has it, and not every network uses it (from memory)")]
    public bool Alert { get; init; }

    /// <summary>Share of short messages that vanish [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.Chosen, "none beyond those that nobody fetches in time; a field test lost 10 of 331 (Tanzania, 2011)")]
    public double Loss { get; init; }

    /// <summary>Messages that a mobile end keeps while it sends an earlier one [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.Chosen, "the places of a SIM or a modem's memory")]
    public int Buffer { get; init; } = 20;

    IReadOnlyList<Charge> IPriced.Charges =>
        [new("gprs-module", ChargeBasis.Device), new("mobile-subscription", ChargeBasis.Device), new("sms", ChargeBasis.Message)];

    IReadOnlyList<Unbilled> IPriced.Unbilled =>
        [new("short message service centre", "part of an operator's network, which subscriptions pay for")];
}
