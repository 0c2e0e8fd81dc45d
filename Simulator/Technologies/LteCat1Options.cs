using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>lte-cat1</c>.</summary>
public sealed record LteCat1Options : CellularOptions
{
    /// <summary>Number of cells [1]; nothing for the smallest number that keeps to the planned utilisation.</summary>
    [Unit("1", Minimum = 1)]
    [Figure(Mark.Chosen, "dimensioned for the fleet, as every infrastructure")]
    public override int? Cells { get; init; }

    /// <summary>Rate at which a cell receives from this fleet [bit/s].</summary>
    [Unit("bit/s", Minimum = 1000)]
    [Figure(Mark.Chosen, "what is left to this fleet in a sector that serves the public as well: one peak rate of a device")]
    public override BitRate UplinkCapacity { get; init; } = 5.MegabitsPerSecond;

    /// <summary>Rate at which a cell sends to this fleet [bit/s].</summary>
    [Unit("bit/s", Minimum = 1000)]
    [Figure(Mark.Chosen, "what is left to this fleet in a sector that serves the public as well: one peak rate of a device")]
    public override BitRate DownlinkCapacity { get; init; } = 10.MegabitsPerSecond;

    /// <summary>Rate of one device's transmitter [bit/s].</summary>
    [Unit("bit/s", Minimum = 1000)]
    [Figure(Mark.FromMemory, "3GPP TS 36.306, UE category 1")]
    public override BitRate UplinkRate { get; init; } = 5.MegabitsPerSecond;

    /// <summary>Rate at which one device receives [bit/s].</summary>
    [Unit("bit/s", Minimum = 1000)]
    [Figure(Mark.FromMemory, "3GPP TS 36.306, UE category 1")]
    public override BitRate DownlinkRate { get; init; } = 10.MegabitsPerSecond;

    /// <summary>Fixed part of the round trip of a connected device [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "median 38 ms; Ookla Q2 2018: 31 to 39 ms mean by operator on 4G")]
    public override Duration RoundTripMinimum { get; init; } = 18.Milliseconds;

    /// <summary>Median of the random part of the round trip [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "median 38 ms; Ookla Q2 2018: 31 to 39 ms mean by operator on 4G")]
    public override Duration RoundTripMedian { get; init; } = 20.Milliseconds;

    /// <summary>Standard deviation of the natural logarithm of the random part [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 3)]
    [Figure(Mark.Chosen, "95th percentile of 72 ms; 100 to 200 ms are reported for phones in motion")]
    public override double RoundTripSigma { get; init; } = 0.6;

    /// <summary>Least time from idle to connected [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "measured promotions of 200 to 300 ms; 260 ms in Huang et al., MobiSys 2012")]
    public override Duration PromotionMinimum { get; init; } = 200.Milliseconds;

    /// <summary>Greatest time from idle to connected, without contention [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "measured promotions of 200 to 300 ms; 260 ms in Huang et al., MobiSys 2012")]
    public override Duration PromotionMaximum { get; init; } = 300.Milliseconds;

    /// <summary>Channel assignments per second and cell [1/s]; nothing for no limit.</summary>
    [Unit("1/s", Minimum = 0.01)]
    [Figure(Mark.Chosen, "random access of LTE takes hundreds of devices per second and is not what limits here")]
    public override double? AssignmentsPerSecond { get; init; }

    /// <summary>What a device does between connections; nothing for what suits its supply.</summary>
    [Figure(Mark.Chosen, "by supply: on mains reachable (drx), on a battery asleep between reports (psm)")]
    public override PowerSaving? PowerSaving { get; init; }

    /// <summary>Time without traffic after which a device becomes idle [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "Huang et al., MobiSys 2012; operators set 10 to 12 s")]
    public override Duration Inactivity { get; init; } = 11.576.Seconds;

    /// <summary>Paging cycle of an idle device [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "usual DRX cycle of LTE")]
    public override Duration PagingCycle { get; init; } = 1.28.Seconds;

    /// <summary>Share of frames lost per direction after the repetitions of the radio link [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.FromMemory, "mobile networks: 0.1 to 1 % after HARQ and RLC")]
    public override double Loss { get; init; } = 0.003;

    /// <summary>Room for what waits per cell and direction [B].</summary>
    [Unit("B", Minimum = 1500)]
    [Figure(Mark.Chosen, "3.2 s of the uplink")]
    public override int Queue { get; init; } = 2_000_000;

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
    [Figure(Mark.Confirmed, "T3324 in the nRF9160-DK measurements of boaks/zephyr-coaps-client")]
    public override Duration ActiveTime { get; init; } = 8.Seconds;

    /// <summary>Added to the promotion after sleep or when switched off [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Derived, "synchronisation 74 ms and SIM start 483 ms, measured on an NB-IoT module (lkrzak/ijet2023)")]
    public override Duration WakeUp { get; init; } = 0.557.Seconds;

    /// <summary>Supply voltage of the modem [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 12)]
    [Figure(Mark.FromMemory, "nominal supply of most cellular modules")]
    public override double Voltage { get; init; } = 3.8;

    /// <summary>Idle with paging [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "LTE Cat-1 modules with DRX of 1.28 s: 1 to 2 mA")]
    public override double IdleCurrent { get; init; } = 1.5e-3;

    /// <summary>Asleep, or off [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "LTE Cat-1 modules with PSM: 3 to 10 uA")]
    public override double SleepCurrent { get; init; } = 5e-6;

    /// <summary>While it connects [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "Huang et al., MobiSys 2012: 1211 mW during promotion, at 3.8 V")]
    public override double PromotionCurrent { get; init; } = 0.319;

    /// <summary>While it sends [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "LTE Cat-1 modules at 23 dBm: 450 to 650 mA")]
    public override double TransmitCurrent { get; init; } = 0.55;

    /// <summary>While it receives [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "LTE Cat-1 modules, connected: 150 to 500 mA, the lower end without transmission")]
    public override double ReceiveCurrent { get; init; } = 0.15;

    /// <summary>Connected without traffic [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "LTE Cat-1 modules, connected: 150 to 500 mA, the lower end without transmission")]
    public override double ConnectedCurrent { get; init; } = 0.15;

    private protected override PowerSaving DeepestPowerSaving => Media.PowerSaving.Psm;
}
