using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>gprs</c>.</summary>
public sealed record GprsOptions : CellularOptions
{
    /// <summary>Number of cells [1]; nothing for the smallest number that keeps to the planned utilisation.</summary>
    [Unit("1", Minimum = 1)]
    [Figure(Mark.Chosen, "dimensioned for the fleet, as every infrastructure")]
    public override int? Cells { get; init; }

    /// <summary>Rate at which a cell receives from this fleet [bit/s].</summary>
    [Unit("bit/s", Minimum = 1000)]
    [Figure(Mark.Derived, "four packet channels of 12 kbit/s net (coding scheme CS-2)")]
    public override BitRate UplinkCapacity { get; init; } = 48.KilobitsPerSecond;

    /// <summary>Rate at which a cell sends to this fleet [bit/s].</summary>
    [Unit("bit/s", Minimum = 1000)]
    [Figure(Mark.Derived, "four packet channels of 12 kbit/s net (coding scheme CS-2)")]
    public override BitRate DownlinkCapacity { get; init; } = 48.KilobitsPerSecond;

    /// <summary>Rate of one device's transmitter [bit/s].</summary>
    [Unit("bit/s", Minimum = 1000)]
    [Figure(Mark.FromMemory, "one slot at coding scheme CS-2, net; 3GPP TS 43.064")]
    public override BitRate UplinkRate { get; init; } = 12.KilobitsPerSecond;

    /// <summary>Rate at which one device receives [bit/s].</summary>
    [Unit("bit/s", Minimum = 1000)]
    [Figure(Mark.FromMemory, "four slots at coding scheme CS-2, net; multislot class 10")]
    public override BitRate DownlinkRate { get; init; } = 48.KilobitsPerSecond;

    /// <summary>Fixed part of the round trip of a connected device [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "median 500 ms; round trips of GPRS in ready state lie between 0.5 and 1 s")]
    public override Duration RoundTripMinimum { get; init; } = 250.Milliseconds;

    /// <summary>Median of the random part of the round trip [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "median 500 ms; round trips of GPRS in ready state lie between 0.5 and 1 s")]
    public override Duration RoundTripMedian { get; init; } = 250.Milliseconds;

    /// <summary>Standard deviation of the natural logarithm of the random part [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 3)]
    [Figure(Mark.Chosen, "95th percentile of 0.92 s; round trips of 0.3 to 1 s are reported")]
    public override double RoundTripSigma { get; init; } = 0.6;

    /// <summary>Least time from idle to connected [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "one-phase access, 100 to 200 ms; two-phase access takes 300 to 500 ms")]
    public override Duration PromotionMinimum { get; init; } = 100.Milliseconds;

    /// <summary>Greatest time from idle to connected, without contention [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "one-phase access, 100 to 200 ms; two-phase access takes 300 to 500 ms")]
    public override Duration PromotionMaximum { get; init; } = 200.Milliseconds;

    /// <summary>Channel assignments per second and cell [1/s]; nothing for no limit.</summary>
    [Unit("1/s", Minimum = 0.01)]
    [Figure(Mark.FromMemory, "access grant channel of 1 to 3 blocks per 235 ms multiframe: a few tens per second")]
    public override double? AssignmentsPerSecond { get; init; } = 30;

    /// <summary>What a device does between connections; nothing for what suits its supply.</summary>
    [Figure(Mark.Chosen, "by supply: on mains attached (drx), on a battery switched off between reports (off)")]
    public override PowerSaving? PowerSaving { get; init; }

    /// <summary>Time without traffic after which a device becomes idle [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "extended uplink block flow, T3192 of up to 1.5 s; 3GPP TS 44.060")]
    public override Duration Inactivity { get; init; } = 1.5.Seconds;

    /// <summary>Paging cycle of an idle device [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "one page per 2.1 s (nine multiframes)")]
    public override Duration PagingCycle { get; init; } = 2.1.Seconds;

    /// <summary>Share of frames lost per direction after the repetitions of the radio link [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.FromMemory, "mobile networks: 0.1 to 1 % after HARQ and RLC")]
    public override double Loss { get; init; } = 0.003;

    /// <summary>Room for what waits per cell and direction [B].</summary>
    [Unit("B", Minimum = 1500)]
    [Figure(Mark.Chosen, "8 s of the packet channels")]
    public override int Queue { get; init; } = 48_000;

    /// <summary>Share of time in which the network works [1]; 1 for never down.</summary>
    [Unit("1", Minimum = 0.5, Maximum = 1)]
    [Figure(Mark.Chosen, "outages happen only where a scenario asks for them; typical are 0.995 to 0.999")]
    public override double Availability { get; init; } = 1;

    /// <summary>Mean length of an outage [s].</summary>
    [Unit("s", Minimum = 1)]
    [Figure(Mark.FromMemory, "operators' service reports: 30 min to 4 h")]
    public override Duration MeanOutage { get; init; } = 1.Hours;

    /// <summary>With <see cref="PowerSaving.Psm"/>: how long a device stays reachable after a connection [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "GPRS knows no active time")]
    public override Duration ActiveTime { get; init; } = 0.Seconds;

    /// <summary>Added to the promotion after sleep or when switched off [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "SIM800: 10 to 20 s to attach and send; attach and context activation alone 1.5 to 5 s")]
    public override Duration WakeUp { get; init; } = 10.Seconds;

    /// <summary>Supply voltage of the modem [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 12)]
    [Figure(Mark.FromMemory, "nominal supply of most cellular modules")]
    public override double Voltage { get; init; } = 3.8;

    /// <summary>Idle with paging [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "SIM800 in sleep mode, attached: 1 mA; 1 to 1.5 mA with a page every 2.1 s")]
    public override double IdleCurrent { get; init; } = 1e-3;

    /// <summary>Asleep, or off [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Chosen, "the supply is switched off")]
    public override double SleepCurrent { get; init; } = 0;

    /// <summary>While it connects [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "as receiving: the modem waits for its assignment")]
    public override double PromotionCurrent { get; init; } = 0.09;

    /// <summary>While it sends [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "u-blox LEXI-R422 manual: 1600 mA in one of eight slots, 25 mA in the others")]
    public override double TransmitCurrent { get; init; } = 0.222;

    /// <summary>While it receives [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "u-blox LEXI-R422 manual: 60 to 120 mA")]
    public override double ReceiveCurrent { get; init; } = 0.09;

    /// <summary>Connected without traffic [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "u-blox LEXI-R422 manual: 10 to 40 mA between bursts")]
    public override double ConnectedCurrent { get; init; } = 0.025;

    private protected override PowerSaving DeepestPowerSaving => Media.PowerSaving.Off;
}
