using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio.Nr;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>nr-embb</c>, and what all technologies of 5G NR have: the defaults are a public network in mid-band.</summary>
public record NrOptions : CellRadioOptions, IPriced, IHasIdleOptions
{
    /// <summary>Carrier frequency [MHz].</summary>
    [Unit("MHz", Minimum = 400e6, Maximum = 52.6e9)]
    [Figure(Mark.FromMemory, "band n78, 3.5 GHz; path-loss models say for which carriers they hold")]
    public override Frequency Carrier { get; init; } = 3500.0.Megahertz;

    /// <summary>Distance of subcarriers: 15, 30, 60 or 120 kHz [kHz].</summary>
    [Unit("kHz", Minimum = 15e3, Maximum = 120e3)]
    [Figure(Mark.FromMemory, "3GPP TS 38.211 table 4.2-1; 30 kHz is usual in mid-band")]
    public virtual Frequency Spacing { get; init; } = 30.Kilohertz;

    /// <summary>Bandwidth of a carrier, each way or, with TDD, both [MHz].</summary>
    [Unit("MHz", Minimum = 5e6, Maximum = 400e6)]
    [Figure(Mark.FromMemory, "3GPP TS 38.101-1 table 5.3.2-1; 100 MHz are usual in band n78")]
    public virtual Frequency Bandwidth { get; init; } = 100.0.Megahertz;

    /// <summary>Bandwidth that a device can use [MHz]; nothing for that of the carrier.</summary>
    [Unit("MHz", Minimum = 5e6, Maximum = 400e6)]
    [Figure(Mark.FromMemory, "devices but RedCap use 100 MHz in FR1, 3GPP TS 38.306")]
    public virtual Frequency? DeviceBandwidth { get; init; }

    /// <summary>FDD, or the slots of TDD in order: D down, S special, U up, such as DDDSU.</summary>
    [Figure(Mark.FromMemory, "DDDSU with 30 kHz, a period of 2.5 ms, is usual in public networks of band n78")]
    public virtual string Duplex { get; init; } = "DDDSU";

    /// <summary>Symbols of an allocation: 14 for a slot, 2, 4 or 7 for a mini-slot [1].</summary>
    [Unit("1", Minimum = 2, Maximum = 14)]
    [Figure(Mark.FromMemory, "3GPP TS 38.214 §5.1.2.1: whole slots unless latency matters")]
    public virtual int Symbols { get; init; } = 14;

    /// <summary>Processing capability of devices: 1, or 2 for the faster one [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 2)]
    [Figure(Mark.FromMemory, "3GPP TS 38.214 tables 5.3-1 and 6.4-1; capability 2 is optional")]
    public virtual int Capability { get; init; } = 1;

    /// <summary>Which tables of modulations are used: qam64, qam256 or low-efficiency.</summary>
    [Figure(Mark.Confirmed, "3GPP TS 38.214 tables 5.1.3.1-1 to -3, code rates as in srsran/srsRAN_Project")]
    public virtual NrTable Table { get; init; } = NrTable.Qam64;

    /// <summary>Block error rate of the first transmission at which the link adaptation aims, fading included [1].</summary>
    [Unit("1", Minimum = 1e-9, Maximum = 0.5)]
    [Figure(Mark.FromMemory, "3GPP TS 38.214 §5.2.2.1: 10 % with tables 1 and 2")]
    public override double BlockErrorRate { get; init; } = 0.1;

    /// <summary>Transmissions of a block at most, combined by HARQ [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 16)]
    [Figure(Mark.FromMemory, "four are usual")]
    public int Transmissions { get; init; } = 4;

    /// <summary>Times that each transmission is sent in a row: 1, 2, 4 or 8 [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 8)]
    [Figure(Mark.FromMemory, "3GPP TS 38.214 §6.1.2.1 and §6.1.2.3: none unless reliability or coverage needs them")]
    public virtual int Repetitions { get; init; } = 1;

    /// <summary>Times that a transmission is sent in a row at most, where coverage needs it [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 32)]
    [Figure(Mark.Chosen, "none: coverage ends where the lowest modulation does")]
    public virtual int CoverageRepetitions { get; init; } = 1;

    /// <summary>Probability that a grant or an assignment is missed [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.5)]
    [Figure(Mark.FromMemory, "PDCCH at 1 %, to which its aggregation is adapted")]
    public virtual double ControlError { get; init; } = 0.01;

    /// <summary>Probability that a scheduling request is missed [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.5)]
    [Figure(Mark.FromMemory, "3GPP TS 38.104 §8.3: 1 % at the level of the performance requirement")]
    public virtual double RequestError { get; init; } = 0.01;

    /// <summary>From one opportunity for a scheduling request to the next, whole slots; 0 for every one of the frame [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 0.64)]
    [Figure(Mark.FromMemory, "3GPP TS 38.331 SchedulingRequestResourceConfig: 2 symbols to 640 slots; 10 ms are usual")]
    public virtual Duration SchedulingRequestPeriod { get; init; } = 10.Milliseconds;

    /// <summary>Whether connected devices have configured grants, as far as there are any: they send without asking.</summary>
    [Figure(Mark.FromMemory, "3GPP TS 38.321 §5.8.2: an option of the network, for reliable low latency")]
    public virtual bool ConfiguredGrant { get; init; }

    /// <summary>From one opportunity of a configured grant to the next, whole slots; 0 for every mini-slot [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 0.64)]
    [Figure(Mark.FromMemory, "3GPP TS 38.331 ConfiguredGrantConfig: 2 symbols to 640 ms; the least wait")]
    public virtual Duration ConfiguredGrantPeriod { get; init; } = Duration.Zero;

    /// <summary>Resource blocks of a configured grant [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 273)]
    [Figure(Mark.Chosen, "enough for 32 octets with their headers in a mini-slot at the edge of a small cell")]
    public virtual int ConfiguredGrantBlocks { get; init; } = 12;

    /// <summary>Devices of a cell that have a configured grant at a time: the first that connect, for as long as they do; the others ask for each grant (dynamic grants) [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "a production cell")]
    public virtual int ConfiguredGrants { get; init; } = 4;

    /// <summary>Whether packets go twice, over two legs that fade independently (PDCP duplication).</summary>
    [Figure(
        Mark.FromMemory,
        "3GPP TS 38.323 §5.11: an option of the network; both legs take resources, and devices share their power between them"
    )]
    public virtual bool Duplication { get; init; }

    /// <summary>Power of a carrier of a site [dBm].</summary>
    [Unit("dBm", Minimum = 0, Maximum = 60)]
    [Figure(Mark.FromMemory, "200 W for 100 MHz, 3GPP TR 38.913 and common equipment")]
    public virtual double SitePower { get; init; } = 53;

    /// <summary>Power of the devices [dBm].</summary>
    [Unit("dBm", Minimum = 10, Maximum = 29)]
    [Figure(Mark.FromMemory, "3GPP TS 38.101-1, power class 3")]
    public virtual double TransmitPower { get; init; } = 23;

    /// <summary>Noise figure of the sites [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 20)]
    [Figure(Mark.FromMemory, "ITU-R M.2412 table 8-2: 5 dB")]
    public virtual double SiteNoiseFigure { get; init; } = 5;

    /// <summary>Noise figure of the devices [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 20)]
    [Figure(Mark.FromMemory, "9 dB, as for LTE devices; ITU-R M.2412 table 8-2 has 7 dB")]
    public virtual double DeviceNoiseFigure { get; init; } = 9;

    /// <summary>Receive antennas of the sites, combined: gain of the uplink, and branches that fade independently [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 64)]
    [Figure(Mark.Chosen, "four; beams of larger arrays are gain of the antenna")]
    public virtual int SiteAntennas { get; init; } = 4;

    /// <summary>Receive antennas of the devices, combined [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 4)]
    [Figure(Mark.FromMemory, "two or four in band n78; modules have four, of which two are taken")]
    public virtual int ReceiveAntennas { get; init; } = 2;

    /// <summary>By how much interference of other cells raises the noise, both ways [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 20)]
    [Figure(Mark.Chosen, "none, as with the other cells, which know no interference; plans take 2 to 4 dB")]
    public virtual double InterferenceMargin { get; init; }

    /// <summary>Coupling loss beyond which devices are out of coverage, if preambles and data get that far [dB].</summary>
    [Unit("dB", Minimum = 80, Maximum = 170)]
    [Figure(Mark.Chosen, "what the link budget bridges decides")]
    public virtual double MaximumCouplingLoss { get; init; } = 150;

    /// <summary>Whether the slice has resource blocks of its own: reserved or shared.</summary>
    [Figure(Mark.Chosen, "reserved, like the share of the LTE carrier that is left to machines")]
    public virtual SliceIsolation Isolation { get; init; } = SliceIsolation.Reserved;

    /// <summary>A reserved slice does not meet the traffic of others, and a shared one has no share of its own.</summary>
    IReadOnlyList<string> IHasIdleOptions.Idle =>
        Isolation == SliceIsolation.Shared ? [nameof(SliceShare)] : [nameof(BackgroundLoad), nameof(BackgroundTurn)];

    /// <summary>Share of the resource blocks that a reserved slice has [1].</summary>
    [Unit("1", Minimum = 0.01, Maximum = 1)]
    [Figure(Mark.Chosen, "what is left to the fleet beside the public, as with LTE: 15 of 50 resource blocks")]
    public virtual double SliceShare { get; init; } = 0.3;

    /// <summary>Share of the carrier that the traffic of others uses, which a shared slice meets [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.95)]
    [Figure(Mark.FromMemory, "operators plan for a mean use of resource blocks of 30 to 70 % in the busy hour; the middle")]
    public virtual double BackgroundLoad { get; init; } = 0.5;

    /// <summary>Mean length of a turn of others, after which the scheduler turns to the next [s].</summary>
    [Unit("s", Minimum = 0.0001, Maximum = 1)]
    [Figure(Mark.Chosen, "two slots of 30 kHz: a scheduler that takes turns slot by slot, and bursts of a few packets")]
    public virtual Duration BackgroundTurn { get; init; } = 1.Milliseconds;

    /// <summary>In which state connections end: idle with service-request, inactive with resume or with early-data, where small data go with the request that resumes (small data transmission).</summary>
    [Figure(Mark.FromMemory, "3GPP TS 38.300 §9.2.2: connections that pause stay known to network and device (RRC_INACTIVE)")]
    public override CellularProcedure Procedure { get; init; } = CellularProcedure.Resume;

    /// <summary>With procedure resume or early-data: time without a connection after which an inactive device is idle, and connects by a service request; nothing for never [s].</summary>
    [Unit("s", Minimum = 1, Maximum = 31_536_000)]
    [Figure(
        Mark.Chosen,
        "the network decides when it forgets a device that pauses, and nothing is published on when they do; half an hour"
    )]
    public virtual Duration? InactiveLifetime { get; init; } = 30.Minutes;

    /// <summary>With procedure resume or early-data: time without a connection after which an inactive device tells that it is still in its area, T380 [s]; nothing for never.</summary>
    [Unit("s", Minimum = 300, Maximum = 43_200)]
    [Figure(
        Mark.FromMemory,
        "3GPP TS 38.331 PeriodicRNAU-TimerValue: 5 to 720 min, an option of the network; none, as the lifetime is shorter"
    )]
    public virtual Duration? AreaUpdate { get; init; }

    /// <summary>What a device does between connections: drx, edrx or, with procedure service-request only, psm; nothing for drx on mains and, on a battery, psm with a service request and edrx in the inactive state.</summary>
    [Figure(
        Mark.FromMemory,
        "an inactive device listens for pages; 3GPP TS 38.304: extended cycles beyond 10.24 s in that state are of Release 18"
    )]
    public override PowerSaving? PowerSaving { get; init; }

    /// <summary>Whether random access takes two steps instead of four (Release 16).</summary>
    [Figure(Mark.FromMemory, "3GPP TS 38.321 §5.1.3a: an option of the network, seldom used so far")]
    public virtual bool TwoStepAccess { get; init; }

    /// <summary>Preambles for two steps, beside those for four [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 64)]
    [Figure(Mark.Chosen, "one eighth of an occasion: each has resource blocks of its own, used or not")]
    public virtual int TwoStepPreambles { get; init; } = 8;

    /// <summary>Resource blocks of the request behind each of these preambles [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 32)]
    [Figure(Mark.Chosen, "six blocks of a slot hold about 60 octets at QPSK with a code rate of 0.3: a request with a small report")]
    public virtual int TwoStepBlocks { get; init; } = 6;

    /// <summary>From one occasion of random access to the next [s].</summary>
    [Unit("s", Minimum = 0.0005, Maximum = 0.16)]
    [Figure(Mark.FromMemory, "3GPP TS 38.211 table 6.3.3.2-2: configuration index 16, every 10 ms")]
    public virtual Duration AccessPeriod { get; init; } = 10.Milliseconds;

    /// <summary>Preambles for contention in four steps [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 64)]
    [Figure(Mark.FromMemory, "54 to 64 of 64; 54 as in 3GPP TR 37.868")]
    public virtual int Preambles { get; init; } = 54;

    /// <summary>Probability that a preamble alone is detected [1].</summary>
    [Unit("1", Minimum = 0.01, Maximum = 1)]
    [Figure(Mark.FromMemory, "3GPP TS 38.104 §8.4: 99 % at the level of the performance requirement")]
    public double Detection { get; init; } = 0.99;

    /// <summary>Length of the response window [s].</summary>
    [Unit("s", Minimum = 0.001, Maximum = 0.04)]
    [Figure(Mark.FromMemory, "3GPP TS 38.331 ra-ResponseWindow: 1 to 80 slots, at most 10 ms in licensed bands")]
    public Duration ResponseWindow { get; init; } = 10.Milliseconds;

    /// <summary>Grants that one response carries [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 64)]
    [Figure(Mark.FromMemory, "bounded by the shared channel only; 12 are typical")]
    public int GrantsPerResponse { get; init; } = 12;

    /// <summary>Contention-resolution timer [s].</summary>
    [Unit("s", Minimum = 0.008, Maximum = 0.064)]
    [Figure(Mark.FromMemory, "3GPP TS 38.331 ra-ContentionResolutionTimer: 8 to 64 ms; 48 ms as in TR 37.868")]
    public Duration ContentionTimer { get; init; } = 48.Milliseconds;

    /// <summary>Greatest back-off between attempts [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 1.92)]
    [Figure(Mark.FromMemory, "3GPP TS 38.321 table 7.2-1: 5 to 1920 ms; 20 ms as in TR 37.868")]
    public Duration BackOff { get; init; } = 20.Milliseconds;

    /// <summary>Preambles after which a device gives up [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 200)]
    [Figure(Mark.FromMemory, "3GPP TS 38.331 preambleTransMax: 3 to 200; 10 are usual")]
    public int Attempts { get; init; } = 10;

    /// <summary>Time that base station and core network take within the set-up of a service request [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "core part of a service request: 10 to 30 ms")]
    public Duration SetUpResponse { get; init; } = 20.Milliseconds;

    /// <summary>Fixed part of the round trip behind the radio [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "contained in the random part")]
    public Duration CoreRoundTripMinimum { get; init; } = Duration.Zero;

    /// <summary>Median of the random part of the round trip behind the radio [s]; zero for none.</summary>
    [Unit("s", Minimum = 0)]
    [Figure(
        Mark.Derived,
        "measured round trips of 5G to a server near by: about 20 ms (from memory), of which the radio takes about 10 ms here"
    )]
    public virtual Duration CoreRoundTripMedian { get; init; } = 10.Milliseconds;

    /// <summary>Standard deviation of the natural logarithm of the random part [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 3)]
    [Figure(Mark.Chosen, "that of lte-cat1")]
    public double CoreRoundTripSigma { get; init; } = 0.6;

    /// <summary>Share of frames lost per direction behind the radio [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.FromMemory, "mobile networks: 0.1 to 1 % after HARQ and RLC; as with lte-cat1")]
    public virtual double Loss { get; init; } = 0.003;

    /// <summary>Time without traffic after which a connection ends, or pauses [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "operators set 5 to 20 s")]
    public override Duration Inactivity { get; init; } = 10.Seconds;

    /// <summary>Whether devices tell when a connection may end; nothing for none.</summary>
    [Figure(
        Mark.FromMemory,
        "3GPP TS 38.331 §5.7.4 releasePreference, Release 16: an option of device and network; others leave it to the timer"
    )]
    public override ReleaseAssistance? ReleaseAssistance { get; init; }

    /// <summary>Connected: time without traffic after which a device listens only once in a cycle [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 2.56)]
    [Figure(Mark.FromMemory, "3GPP TR 38.840 §8.1: 100 ms")]
    public override Duration DrxInactivity { get; init; } = 0.1.Seconds;

    /// <summary>Connected: from one time of listening to the next (C-DRX) [s]; null for listening all the time.</summary>
    [Unit("s", Minimum = 0.01, Maximum = 10.24)]
    [Figure(Mark.FromMemory, "3GPP TR 38.840 §8.1: 160 ms")]
    public override Duration? DrxCycle { get; init; } = 0.16.Seconds;

    /// <summary>Connected: for how long a device listens in each cycle [s].</summary>
    [Unit("s", Minimum = 0.001, Maximum = 1.6)]
    [Figure(Mark.FromMemory, "3GPP TR 38.840 §8.1: 8 ms")]
    public override Duration DrxOnDuration { get; init; } = 8.Milliseconds;

    /// <summary>Paging cycle of an idle or inactive device [s].</summary>
    [Unit("s", Minimum = 0.32, Maximum = 2.56)]
    [Figure(Mark.FromMemory, "usual DRX cycle")]
    public override Duration PagingCycle { get; init; } = 1.28.Seconds;

    /// <summary>With <see cref="Media.PowerSaving.Edrx"/>: length of a paging window [s].</summary>
    [Unit("s", Minimum = 1.28, Maximum = 40.96)]
    [Figure(Mark.FromMemory, "3GPP TS 24.501: from 1.28 s on; the shortest")]
    public override Duration PagingWindow { get; init; } = 1.28.Seconds;

    /// <summary>Time that the network takes to release a connection [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Chosen, "the base station decides alone")]
    public override Duration ReleaseResponse { get; init; } = Duration.Zero;

    /// <summary>While a device waits to be released [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "as connected without traffic")]
    public override double ReleaseCurrent
    {
        get => _releaseCurrent ?? Drawn(Listening);
        init => _releaseCurrent = value;
    }

    /// <summary>From power saving mode until the modem looks for its cell: boot and SIM [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Derived, "SIM start 483 ms, measured on an NB-IoT module (lkrzak/ijet2023)")]
    public override Duration StartTime { get; init; } = 0.483.Seconds;

    /// <summary>Current of a unit of the power model, from which all currents follow that are not written [A].</summary>
    [Unit("A", Minimum = 1e-6, Maximum = 0.1)]
    [Figure(
        Mark.FromMemory,
        "1.5 mW at 3.8 V: 100 units, the control channel, are 100 to 200 mW of a module; the anchor of TR 38.840, which has relative units only"
    )]
    public virtual double UnitCurrent { get; init; } = 0.395e-3;

    /// <summary>While the modem starts [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "TR 38.840: as while it receives the control channel, in device-bandwidth and with receive-antennas")]
    public override double StartCurrent
    {
        get => _startCurrent ?? Drawn(Monitoring);
        init => _startCurrent = value;
    }

    /// <summary>While it waits for the core network [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "as connected without traffic")]
    public override double CoreCurrent
    {
        get => _coreCurrent ?? Drawn(Listening);
        init => _coreCurrent = value;
    }

    /// <summary>Supply voltage of the modem [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 12)]
    [Figure(Mark.FromMemory, "nominal supply of most cellular modules")]
    public override double Voltage { get; init; } = 3.8;

    /// <summary>In power saving mode, or between the windows of an extended paging cycle [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "as LTE modules: 3 to 10 uA; TR 38.875 counts 0.015 units for it")]
    public override double SleepCurrent { get; init; } = 5e-6;

    /// <summary>Idle with paging, on average [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "TR 38.840: deep sleep of 1 unit, and in each paging cycle 450 units ms and 10 ms of reception")]
    public override double IdleCurrent
    {
        get => _idleCurrent ?? Drawn(NrPower.Paging(1000 * PagingCycle.TotalSeconds, PageListening, Receiving));
        init => _idleCurrent = value;
    }

    /// <summary>While it receives [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "TR 38.840: 300 units for control and data, scaled to device-bandwidth and receive-antennas")]
    public override double ReceiveCurrent
    {
        get => _receiveCurrent ?? Drawn(Receiving);
        init => _receiveCurrent = value;
    }

    /// <summary>While it sends [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "TR 38.840: 250 units at 0 dBm, 700 at 23 dBm, at transmit-power")]
    public override double TransmitCurrent
    {
        get => _transmitCurrent ?? Drawn(NrPower.Transmit(TransmitPower));
        init => _transmitCurrent = value;
    }

    /// <summary>Connected without traffic, monitoring the control channel [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(
        Mark.Derived,
        "TR 38.840: 100 units for the control channel, scaled to device-bandwidth and receive-antennas, in the slots of the downlink; micro sleep in the others"
    )]
    public override double? ConnectedCurrent
    {
        get => field ?? Drawn(Listening);
        init;
    }

    /// <summary>Connected while a scheduled transmission is still to come: micro sleep [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "TR 38.840: 45 units, or what the control channel takes where that is less")]
    public virtual double WaitCurrent
    {
        get => _waitCurrent ?? Drawn(NrPower.Wait(Width, ReceiveAntennas));
        init => _waitCurrent = value;
    }

    // What is written; nothing for what follows from the power model.
    private readonly double? _releaseCurrent;
    private readonly double? _startCurrent;
    private readonly double? _coreCurrent;
    private readonly double? _idleCurrent;
    private readonly double? _receiveCurrent;
    private readonly double? _transmitCurrent;
    private readonly double? _waitCurrent;

    /// <summary>For a page [ms].</summary>
    private const double PageListening = 10;

    /// <summary>Bandwidth that a device has [MHz].</summary>
    private double Width => Math.Min((DeviceBandwidth ?? Bandwidth).Hertz, Bandwidth.Hertz) / 1e6;

    private double Receiving => NrPower.Receive(Width, ReceiveAntennas);

    private double Monitoring => NrPower.Monitor(Width, ReceiveAntennas);

    private double Listening => NrPower.Connected(Width, ReceiveAntennas, DownlinkShare);

    /// <summary>Share of the slots that have a downlink [1].</summary>
    private double DownlinkShare =>
        string.Equals(Duplex, "FDD", StringComparison.Ordinal) || Duplex.Length == 0
            ? 1
            : Duplex.Count(slot => slot != 'U') / (double)Duplex.Length;

    /// <summary>To a tenth of a microampere.</summary>
    private double Drawn(double units) => Math.Round(units * UnitCurrent, 7);

    internal override double DownlinkRatio => SitePower - Radio.ThermalNoise.Power(Bandwidth, DeviceNoiseFigure);

    internal override double InterfererPower => TransmitPower;

    internal override double StationNoiseFigure => SiteNoiseFigure;

    internal override double MonitoredShare => 1;

    /// <summary>Whether devices tell when a connection may end: only if it is written.</summary>
    public override ReleaseAssistance ReleaseOf(bool expectsPackets) => ReleaseAssistance ?? Media.Cells.ReleaseAssistance.None;

    /// <summary>Whether connections end in the inactive state.</summary>
    internal bool Pauses => Procedure != CellularProcedure.ServiceRequest;

    /// <summary>What a device does between connections: as said, otherwise stay reachable on mains and, on a battery, sleep as deeply as its state allows.</summary>
    public override PowerSaving PowerSavingOf(bool onBattery) =>
        PowerSaving ?? (onBattery && Pauses ? Media.PowerSaving.Edrx : base.PowerSavingOf(onBattery));

    internal override ConnectionSettings Settings(bool onBattery, bool expectsPackets) =>
        base.Settings(onBattery, expectsPackets) with
        {
            Procedure = NrProcedures.Of(CellularProcedure.ServiceRequest),
            Inactive = Pauses
                ? new InactiveState
                {
                    // An update of the area ends with the answer, which sends the device back to pause.
                    Procedure = NrProcedures.Of(Procedure) with
                    {
                        Update = [],
                    },
                    Lifetime = InactiveLifetime,
                    AreaUpdate = AreaUpdate,
                    IsInitial = true,
                }
                : null,
            SetUpResponse = SetUpResponse,
            Core =
                CoreRoundTripMinimum == Duration.Zero && CoreRoundTripMedian == Duration.Zero && Loss == 0
                    ? null
                    : new CorePath(
                        DelayModel.LogNormal(CoreRoundTripMinimum / 2, CoreRoundTripMedian / 2, CoreRoundTripSigma),
                        new LossModel(Loss)
                    ),
        };

    /// <summary>Between the times of listening of C-DRX a device sleeps deeply and pays for waking up.</summary>
    internal override CellCurrents Currents =>
        base.Currents with
        {
            Idle = DrxCycle is { } cycle ? Drawn(NrPower.Paging(1000 * cycle.TotalSeconds, 0, 0)) : IdleCurrent,
            Wait = WaitCurrent,
            Paging = IdleCurrent,
        };

    IReadOnlyList<Charge> IPriced.Charges => Charges;

    IReadOnlyList<Unbilled> IPriced.Unbilled => Unbilled;

    /// <summary>What is paid for: a module and a subscription.</summary>
    private protected virtual IReadOnlyList<Charge> Charges =>
        [new("nr-module", ChargeBasis.Device), new("mobile-subscription", ChargeBasis.Device), new("mobile-data", ChargeBasis.Octet)];

    /// <summary>What is not paid for by itself.</summary>
    private protected virtual IReadOnlyList<Unbilled> Unbilled =>
        [
            new("site", "part of an operator's network, which subscriptions pay for"),
            new("cell", "part of an operator's network, which subscriptions pay for"),
        ];

    /// <inheritdoc/>
    internal override string Spectrum =>
        string.Equals(Duplex, "FDD", StringComparison.Ordinal)
            ? EachWay(Bandwidth)
            : $"{Text(Bandwidth.Hertz / 1e6)} MHz in turns ({Duplex}) at {Text(Carrier.Hertz / 1e6)} MHz";

    /// <inheritdoc/>
    internal override string BehindRadio => RoundTrip(CoreRoundTripMinimum, CoreRoundTripMedian, CoreRoundTripSigma, Loss);

    /// <inheritdoc/>
    internal override string CurrentsFrom => "a power model of 3GPP in relative units";
}
