using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options that all technologies over <see cref="CellNetwork"/> have.</summary>
public abstract record CellRadioOptions
{
    /// <summary>Number of sites, each with a mast in the middle of its sectors [1]; null for the smallest number that covers the area to the target.</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.Chosen, "dimensioned by rule, so that both sides of a comparison meet the same target")]
    public int? Sites { get; init; }

    /// <summary>Where dimensioning by sites stops [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "a target that needs more has another cause than coverage")]
    public int SiteLimit { get; init; } = 100;

    /// <summary>Sectors of a site, each a cell of its own [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 12)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820 annex D: three sectors a site")]
    public int Sectors { get; init; } = 3;

    /// <summary>Carriers of a sector, each with random access and data of its own [1]; null for the smallest number that carries the load as planned.</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "dimensioned by rule, so that both sides of a comparison meet the same target")]
    public int? Carriers { get; init; }

    /// <summary>Carriers of a sector at most, before more sites are built [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "about those that an operator would give to machines beside 10 MHz of LTE")]
    public int CarrierLimit { get; init; } = 16;

    /// <summary>Carrier frequency [MHz].</summary>
    [Unit("MHz", Minimum = 400e6, Maximum = 6e9)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820 annex D: 900 MHz")]
    public Frequency Carrier { get; init; } = 900.0.Megahertz;

    /// <summary>Height of the sites' antennas above ground [m].</summary>
    [Unit("m", Minimum = 1, Maximum = 500)]
    [Figure(
        Mark.FromMemory,
        "3GPP TR 45.820 annex D: antennas 15 m above average rooftops; taken above ground as of a mast in low buildings"
    )]
    public double SiteHeight { get; init; } = 30;

    /// <summary>Antenna gain of the sites less their cable loss, the same in all directions of a sector [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 40)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820 annex D: 18 dBi less 3 dB of cable")]
    public double SiteAntennaGain { get; init; } = 15;

    /// <summary>Antenna gain of the devices [dB].</summary>
    [Unit("dB", Minimum = -30, Maximum = 20)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820 annex D: -4 dBi")]
    public double DeviceAntennaGain { get; init; } = -4;

    /// <summary>Signalling of an exchange.</summary>
    [Figure(Mark.Chosen, "control-plane optimisation, which every device of the technology has to support")]
    public virtual CellularProcedure Procedure { get; init; } = CellularProcedure.ControlPlane;

    /// <summary>Whether devices tell when a connection may end; nothing for after-uplink where no packet is expected back, and none otherwise.</summary>
    [Figure(
        Mark.Derived,
        "a device to which nothing is sent back can say so with its last packet; otherwise the modem does not know what is still expected"
    )]
    public ReleaseAssistance? ReleaseAssistance { get; init; }

    /// <summary>Time without traffic after which a connection ends [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "operators set 5 to 20 s")]
    public Duration Inactivity { get; init; } = 10.Seconds;

    /// <summary>Connected: time without traffic after which a device listens only once in a cycle [s].</summary>
    public abstract Duration DrxInactivity { get; init; }

    /// <summary>Connected: from one time of listening to the next (C-DRX) [s]; null for listening all the time.</summary>
    public abstract Duration? DrxCycle { get; init; }

    /// <summary>Connected: for how long a device listens in each cycle, at least one period of its search space [s].</summary>
    public abstract Duration DrxOnDuration { get; init; }

    /// <summary>From power saving mode until the modem looks for its cell: boot and SIM [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(
        Mark.Confirmed,
        "lkrzak/ijet2023, measured on an NB-IoT module: SIM 483 ms; the same with LTE-M, as it is no matter of the radio"
    )]
    public Duration StartTime { get; init; } = 0.483.Seconds;

    /// <summary>While the modem starts [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "lkrzak/ijet2023, measured on an NB-IoT module: SIM 6.093 mA")]
    public double StartCurrent { get; init; } = 6.093e-3;

    /// <summary>Time that the core network takes to accept a tracking area update [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Confirmed, "lkrzak/ijet2023, measured on an NB-IoT module: update 931 ms, of which the radio takes some tens")]
    public Duration CoreResponse { get; init; } = 0.931.Seconds;

    /// <summary>While a device waits for the core network to accept its update [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "lkrzak/ijet2023, measured on an NB-IoT module: update 36.294 mA")]
    public double CoreCurrent { get; init; } = 36.294e-3;

    /// <summary>Time that the core network takes to release a connection [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Confirmed, "lkrzak/ijet2023, measured on an NB-IoT module: release 528 ms")]
    public Duration ReleaseResponse { get; init; } = 0.528.Seconds;

    /// <summary>While a device waits to be released [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "lkrzak/ijet2023, measured on an NB-IoT module: release 17.523 mA")]
    public double ReleaseCurrent { get; init; } = 17.523e-3;

    /// <summary>What a device does between connections: drx, edrx or psm; nothing for psm on a battery and drx on mains.</summary>
    [Figure(Mark.Chosen, "reachable where energy is plenty, asleep where it is scarce")]
    public PowerSaving? PowerSaving { get; init; }

    /// <summary>Paging cycle of an idle device [s].</summary>
    public abstract Duration PagingCycle { get; init; }

    /// <summary>With <see cref="Media.PowerSaving.Edrx"/>: from one paging window to the next [s].</summary>
    [Unit("s", Minimum = 5.12, Maximum = 10485.76)]
    [Figure(Mark.Confirmed, "nRF9160 product specification gives its currents for 81.92 and 655 s")]
    public Duration ExtendedCycle { get; init; } = 81.92.Seconds;

    /// <summary>With <see cref="Media.PowerSaving.Edrx"/>: length of a paging window [s].</summary>
    public abstract Duration PagingWindow { get; init; }

    /// <summary>With <see cref="Media.PowerSaving.Psm"/>: for how long a device stays reachable after a connection, T3324 [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 11160)]
    [Figure(Mark.Confirmed, "T3324 in the nRF9160-DK measurements of boaks/zephyr-coaps-client")]
    public Duration ActiveTime { get; init; } = 8.Seconds;

    /// <summary>Time without a connection after which a device tells that it is still there, T3412 [s]; null for never.</summary>
    [Unit("s", Minimum = 2, Maximum = 35_712_000)]
    [Figure(Mark.FromMemory, "3GPP TS 24.008 table 10.5.163a: up to 31 times 320 h; 31 times 10 h are taken")]
    public Duration? PeriodicUpdate { get; init; } = 310.Hours;

    /// <summary>Packets for a sleeping device that the network keeps until it connects [1]; what is beyond is lost.</summary>
    [Unit("1", Minimum = 0, Maximum = 100)]
    [Figure(
        Mark.FromMemory,
        "3GPP TS 23.682 §4.5.7 leaves extended buffering (high-latency communication) to the operator; GSMA CLP.28 and CLP.29 ask for one packet of 100 octets at least"
    )]
    public int Buffer { get; init; } = 1;

    /// <summary>Whether headers of IP and transport are compressed on the radio link (ROHC).</summary>
    [Figure(Mark.FromMemory, "3GPP TR 45.820 §5.3.3 evaluates both; 48 B of IPv6 and UDP become 12 B, so do the 28 B of IPv4 and UDP")]
    public bool HeaderCompression { get; init; }

    /// <summary>Share of transmissions of a block that fail [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.5)]
    [Figure(Mark.Derived, "10 %, the target of the link adaptation whose tables are used")]
    public double BlockErrorRate { get; init; } = 0.1;

    /// <summary>Share of time in which the network works [1]; 1 for never down.</summary>
    [Unit("1", Minimum = 0.5, Maximum = 1)]
    [Figure(Mark.Chosen, "outages happen only where a scenario asks for them; typical are 0.995 to 0.999")]
    public double Availability { get; init; } = 1;

    /// <summary>Mean length of an outage [s].</summary>
    [Unit("s", Minimum = 1)]
    [Figure(Mark.FromMemory, "operators' service reports: 30 min to 4 h")]
    public Duration MeanOutage { get; init; } = 1.Hours;

    /// <summary>Supply voltage of the modem [V].</summary>
    public abstract double Voltage { get; init; }

    /// <summary>In power saving mode, or between the windows of an extended paging cycle [A].</summary>
    public abstract double SleepCurrent { get; init; }

    /// <summary>Between pages, and while a scheduled transmission is still to come [A].</summary>
    public abstract double IdleCurrent { get; init; }

    /// <summary>While it receives [A].</summary>
    public abstract double ReceiveCurrent { get; init; }

    /// <summary>While it sends [A].</summary>
    public abstract double TransmitCurrent { get; init; }

    /// <summary>Connected while it monitors the control channel, on average [A]; null for what follows from receiving and idling.</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "the receiver is on for 1/G of the time, and in light sleep otherwise")]
    public double? ConnectedCurrent { get; init; }

    /// <summary>Share of the time in which a connected device receives the control channel, 1/G [1].</summary>
    internal abstract double MonitoredShare { get; }

    /// <summary>What a device does between connections: as said, otherwise stay reachable on mains and sleep on a battery.</summary>
    public PowerSaving PowerSavingOf(bool onBattery) => PowerSaving ?? (onBattery ? Media.PowerSaving.Psm : Media.PowerSaving.Drx);

    /// <summary>Whether devices tell when a connection may end: as said, otherwise after their last packet if nothing comes back.</summary>
    public ReleaseAssistance ReleaseOf(bool expectsPackets) =>
        ReleaseAssistance ?? (expectsPackets ? Media.Cells.ReleaseAssistance.None : Media.Cells.ReleaseAssistance.AfterUplink);

    /// <summary>The settings of the network.</summary>
    /// <param name="onBattery">Whether its devices run on batteries.</param>
    /// <param name="expectsPackets">Whether packets come back to them.</param>
    internal ConnectionSettings Settings(bool onBattery, bool expectsPackets) =>
        new()
        {
            Procedure = CellularProcedures.Of(Procedure),
            Inactivity = Inactivity,
            Release = ReleaseOf(expectsPackets),
            Drx = DrxCycle is { } cycle ? new ConnectedDrx(DrxInactivity, cycle, DrxOnDuration) : null,
            ModemStart = StartTime,
            CoreResponse = CoreResponse,
            ReleaseResponse = ReleaseResponse,
            PowerSaving = PowerSavingOf(onBattery),
            PagingCycle = PagingCycle,
            ExtendedCycle = ExtendedCycle,
            PagingWindow = PagingWindow,
            ActiveTime = ActiveTime,
            PeriodicUpdate = PeriodicUpdate,
            Buffer = Buffer,
            HeaderSaving = HeaderCompression ? CompressionSaving : 0,
        };

    internal CellCurrents Currents =>
        new(
            Voltage,
            SleepCurrent,
            IdleCurrent,
            ReceiveCurrent,
            TransmitCurrent,
            ConnectedCurrent ?? IdleCurrent + (ReceiveCurrent - IdleCurrent) * MonitoredShare
        )
        {
            Start = StartCurrent,
            Core = CoreCurrent,
            Release = ReleaseCurrent,
        };

    /// <summary>IPv4 and UDP, 28 B, become 12 B.</summary>
    private const int CompressionSaving = 28 - Radio.RadioOverhead.CompressedHeaders;
}
