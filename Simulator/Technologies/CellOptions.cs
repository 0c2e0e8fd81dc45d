using System.Globalization;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options that all technologies over <see cref="CellNetwork"/> have: sites, rests, and currents.</summary>
public abstract record CellOptions
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
    public virtual int Sectors { get; init; } = 3;

    /// <summary>Carriers of a sector, each with random access and data of its own [1]; null for the smallest number that carries the load as planned.</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "dimensioned by rule, so that both sides of a comparison meet the same target")]
    public int? Carriers { get; init; }

    /// <summary>Carriers of a sector at most, before more sites are built [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "about those that an operator would give to machines beside 10 MHz of LTE")]
    public virtual int CarrierLimit { get; init; } = 16;

    /// <summary>Carrier frequency [MHz].</summary>
    [Unit("MHz", Minimum = 400e6, Maximum = 6e9)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820 annex D: 900 MHz")]
    public virtual Frequency Carrier { get; init; } = 900.0.Megahertz;

    /// <summary>Height of the sites' antennas above ground [m].</summary>
    [Unit("m", Minimum = 1, Maximum = 500)]
    [Figure(
        Mark.FromMemory,
        "3GPP TR 45.820 annex D: antennas 15 m above average rooftops; taken above ground as of a mast in low buildings"
    )]
    public virtual double SiteHeight { get; init; } = 30;

    /// <summary>Antenna gain of the sites less their cable loss, the same in all directions of a sector [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 40)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820 annex D: 18 dBi less 3 dB of cable")]
    public virtual double SiteAntennaGain { get; init; } = 15;

    /// <summary>Antenna gain of the devices [dB].</summary>
    [Unit("dB", Minimum = -30, Maximum = 20)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820 annex D: -4 dBi")]
    public virtual double DeviceAntennaGain { get; init; } = -4;

    /// <summary>Time without traffic after which a connection ends [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "operators set 5 to 20 s")]
    public virtual Duration Inactivity { get; init; } = 10.Seconds;

    /// <summary>By how much another cell has to be better for a device that moves to change to it [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 30)]
    [Figure(
        Mark.FromMemory,
        "3GPP TR 36.839: offset of event A3 2 to 3 dB; q-Hyst of TS 36.331 is 4 dB by default, cell reselection hysteresis of GSM 4 to 6 dB"
    )]
    public double HandoverHysteresis { get; init; } = 3;

    /// <summary>From one look at other cells to the next while a device that moves is connected [s].</summary>
    [Unit("s", Minimum = 0.01, Maximum = 60)]
    [Figure(Mark.FromMemory, "3GPP TS 36.133: measurement period 200 ms; TR 36.839: time to trigger 160 to 480 ms; about their sum")]
    public Duration HandoverCheck { get; init; } = 0.48.Seconds;

    /// <summary>For how long a change of cell interrupts the connection of a device that moves, unless its party says otherwise [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.FromMemory, "3GPP TR 36.881: about 50 ms from the last frame in the old cell to the first in the new one")]
    public virtual Duration HandoverInterruption { get; init; } = 0.05.Seconds;

    /// <summary>Whether each cell is a tracking (or routing) area of its own, so that a device that connects in another cell than last has to update first; otherwise all cells are one area.</summary>
    [Figure(Mark.Chosen, "operators' lists of tracking areas hold tens to hundreds of sites; true is the least favourable case")]
    public bool UpdateOnChange { get; init; }

    /// <summary>From power saving mode until the modem looks for its cell: boot and SIM [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(
        Mark.Confirmed,
        "lkrzak/ijet2023, measured on an NB-IoT module: SIM 483 ms; the same with LTE-M, as it is no matter of the radio"
    )]
    public virtual Duration StartTime { get; init; } = 0.483.Seconds;

    /// <summary>While the modem starts [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "lkrzak/ijet2023, measured on an NB-IoT module: SIM 6.093 mA")]
    public virtual double StartCurrent { get; init; } = 6.093e-3;

    /// <summary>Time that the core network takes to accept a tracking area update [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Confirmed, "lkrzak/ijet2023, measured on an NB-IoT module: update 931 ms, of which the radio takes some tens")]
    public virtual Duration CoreResponse { get; init; } = 0.931.Seconds;

    /// <summary>While a device waits for the core network to accept its update [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "lkrzak/ijet2023, measured on an NB-IoT module: update 36.294 mA")]
    public virtual double CoreCurrent { get; init; } = 36.294e-3;

    /// <summary>What a device does between connections: drx, edrx or psm; nothing for psm on a battery and drx on mains.</summary>
    [Figure(Mark.Chosen, "reachable where energy is plenty, asleep where it is scarce")]
    public virtual PowerSaving? PowerSaving { get; init; }

    /// <summary>Paging cycle of an idle device [s].</summary>
    public abstract Duration PagingCycle { get; init; }

    /// <summary>Time without a connection after which a device tells that it is still there, T3412 [s]; null for never.</summary>
    [Unit("s", Minimum = 2, Maximum = 35_712_000)]
    [Figure(Mark.FromMemory, "3GPP TS 24.008 table 10.5.163a: up to 31 times 320 h; 31 times 10 h are taken")]
    public virtual Duration? PeriodicUpdate { get; init; } = 310.Hours;

    /// <summary>Packets for a sleeping device that the network keeps until it connects [1]; what is beyond is lost.</summary>
    [Unit("1", Minimum = 0, Maximum = 100)]
    [Figure(Mark.FromMemory, "3GPP TS 23.682: high-latency communication, extended buffering, is an option of the operator")]
    public virtual int Buffer { get; init; }

    /// <summary>Share of transmissions of a block that fail [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.5)]
    [Figure(Mark.Derived, "10 %, the target of the link adaptation whose tables are used")]
    public virtual double BlockErrorRate { get; init; } = 0.1;

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

    /// <summary>What a device does between connections: as said, otherwise what suits its supply.</summary>
    public abstract PowerSaving PowerSavingOf(bool onBattery);

    /// <summary>The settings of the network.</summary>
    /// <param name="onBattery">Whether its devices run on batteries.</param>
    /// <param name="expectsPackets">Whether packets come back to them.</param>
    internal abstract ConnectionSettings Settings(bool onBattery, bool expectsPackets);

    /// <summary>Whether the network hands connections over.</summary>
    private protected virtual bool HandsOver => true;

    /// <summary>How devices that move change their cells.</summary>
    private protected RoamingSettings Roaming =>
        new()
        {
            Hysteresis = HandoverHysteresis,
            HandsOver = HandsOver,
            Check = HandoverCheck,
            Interruption = HandoverInterruption,
            Updates = UpdateOnChange,
        };

    /// <summary>What a device draws.</summary>
    internal abstract CellCurrents Currents { get; }

    /// <summary>What the cells around do to a site; null where they do nothing, or are in the figures already.</summary>
    /// <param name="propagation">How its waves travel.</param>
    /// <param name="area">Of a site [m²].</param>
    internal virtual CellInterference? Interference(Propagation propagation, double area) => null;

    /// <summary>What lies between its radio and the network's edge, in words, for those who compare networks.</summary>
    internal virtual string BehindRadio => Nothing;

    private const string Nothing = "none";

    /// <summary>The spectrum of a carrier, in words, for those who compare networks.</summary>
    internal abstract string Spectrum { get; }

    /// <summary>A bandwidth for each direction at the carrier frequency, in words.</summary>
    private protected string EachWay(Frequency bandwidth) =>
        $"{Text(bandwidth.Hertz / 1e6)} MHz each way at {Text(Carrier.Hertz / 1e6)} MHz";

    /// <summary>From what kind of source its currents are, in words: figures of different kinds are not comparable.</summary>
    internal virtual string CurrentsFrom => "data and measurements of modules";

    /// <summary>A random round trip and losses, in words.</summary>
    private protected static string RoundTrip(Duration minimum, Duration median, double sigma, double loss)
    {
        var delay =
            minimum == Duration.Zero && median == Duration.Zero
                ? "no delay"
                : $"round trip {(minimum == Duration.Zero ? "" : $"{minimum} + ")}{median} in the median (σ {Text(sigma)})";
        return delay == "no delay" && loss == 0 ? Nothing : $"{delay}, loss {Text(100 * loss)} %";
    }

    private protected static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
