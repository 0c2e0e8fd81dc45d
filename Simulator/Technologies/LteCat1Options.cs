using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>lte-cat1</c>.</summary>
public sealed record LteCat1Options : CellRadioOptions, IPriced
{
    /// <summary>Whether the fleet has resource blocks of its own, reserved, or takes turns with the public on all of them, shared.</summary>
    [Figure(Mark.Chosen, "reserved: what the public leaves, as figures of what machines get are given")]
    public SliceIsolation Isolation { get; init; } = SliceIsolation.Reserved;

    /// <summary>Share of the carrier that the traffic of others uses, which a fleet without resource blocks of its own meets [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.95)]
    [Figure(Mark.FromMemory, "operators plan for a mean use of resource blocks of 30 to 70 % in the busy hour; the middle")]
    public double BackgroundLoad { get; init; } = 0.5;

    /// <summary>Mean length of a turn of others, after which the scheduler turns to the next [s].</summary>
    [Unit("s", Minimum = 0.0001, Maximum = 1)]
    [Figure(Mark.Chosen, "a subframe: a scheduler that takes turns subframe by subframe; that of 5G NR too")]
    public Duration BackgroundTurn { get; init; } = 1.Milliseconds;

    /// <summary>Resource-block pairs of a carrier that are left to this fleet where it has its own [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 100)]
    [Figure(
        Mark.Chosen,
        "what is left to this fleet in a sector that serves the public as well: about one peak rate of a device, 5 and 10 Mbit/s"
    )]
    public int ResourceBlocks { get; init; } = 15;

    /// <summary>Resource-block pairs of a carrier, among which its power is shared: 50 for 10 MHz, 100 for 20 MHz [1].</summary>
    [Unit("1", Minimum = 6, Maximum = 100)]
    [Figure(Mark.FromMemory, "3GPP TS 36.101 table 5.6-1: 6, 15, 25, 50, 75 or 100; 10 MHz")]
    public int CarrierBlocks { get; init; } = 50;

    /// <summary>Power of a carrier of a site [dBm].</summary>
    [Unit("dBm", Minimum = 20, Maximum = 60)]
    [Figure(Mark.FromMemory, "3GPP TR 36.942 table 4.2: 46 dBm for 10 MHz")]
    public double SitePower { get; init; } = 46;

    /// <summary>Power of the devices [dBm].</summary>
    [Unit("dBm", Minimum = 10, Maximum = 26)]
    [Figure(Mark.FromMemory, "3GPP TS 36.101, power class 3")]
    public double TransmitPower { get; init; } = 23;

    /// <summary>Noise figure of the sites [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 20)]
    [Figure(Mark.FromMemory, "3GPP TR 36.942 table 4.2: 5 dB")]
    public double SiteNoiseFigure { get; init; } = 5;

    /// <summary>Noise figure of the devices [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 20)]
    [Figure(Mark.FromMemory, "3GPP TR 36.942 table 4.8: 9 dB")]
    public double DeviceNoiseFigure { get; init; } = 9;

    /// <summary>Receive antennas of the devices: 2, or 1 for category 1bis [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 2)]
    [Figure(Mark.FromMemory, "3GPP TS 36.306: two for category 1; 1bis (Release 13) has one, about 3 dB less")]
    public int ReceiveAntennas { get; init; } = 2;

    /// <summary>Coupling loss beyond which devices are out of coverage, if preambles and data get that far [dB].</summary>
    [Unit("dB", Minimum = 100, Maximum = 160)]
    [Figure(Mark.FromMemory, "140 to 144 dB; with these figures 140 dB are bridged")]
    public double MaximumCouplingLoss { get; init; } = 144;

    /// <summary>Signalling of an exchange: service-request, or control-plane or resume where module and network have them.</summary>
    [Figure(Mark.FromMemory, "3GPP TS 36.300: the only one of Release 8; the others are optimisations for machines of Release 13")]
    public override CellularProcedure Procedure { get; init; } = CellularProcedure.ServiceRequest;

    /// <summary>From one occasion of random access to the next [s].</summary>
    [Unit("s", Minimum = 0.001, Maximum = 0.02)]
    [Figure(Mark.Confirmed, "3GPP TR 37.868 table 6.2.2.1.1: configuration index 6, every 5 ms")]
    public Duration AccessPeriod { get; init; } = 5.Milliseconds;

    /// <summary>Preambles for contention [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 64)]
    [Figure(Mark.Confirmed, "3GPP TR 37.868 table 6.2.2.1.1: 54 of 64 preambles")]
    public int Preambles { get; init; } = 54;

    /// <summary>Probability that a preamble alone is detected [1]; null for 1 − e⁻ⁱ at attempt i, as power ramps up.</summary>
    [Unit("1", Minimum = 0.01, Maximum = 1)]
    [Figure(Mark.FromMemory, "3GPP TS 36.104 §8.4: 99 % at the level of the performance requirement")]
    public double? Detection { get; init; } = 0.99;

    /// <summary>Length of the response window [s].</summary>
    [Unit("s", Minimum = 0.002, Maximum = 0.01)]
    [Figure(Mark.Confirmed, "3GPP TR 37.868 table 6.2.2.1.1: 5 ms")]
    public Duration ResponseWindow { get; init; } = 5.Milliseconds;

    /// <summary>Grants that one response carries [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 54)]
    [Figure(Mark.Confirmed, "3GPP TR 37.868 table 6.2.2.1.1: 3 a subframe")]
    public int GrantsPerResponse { get; init; } = 3;

    /// <summary>Contention-resolution timer [s].</summary>
    [Unit("s", Minimum = 0.008, Maximum = 0.064)]
    [Figure(Mark.Confirmed, "3GPP TR 37.868 table 6.2.2.1.1: 48 ms")]
    public Duration ContentionTimer { get; init; } = 48.Milliseconds;

    /// <summary>Greatest back-off between attempts [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 0.96)]
    [Figure(Mark.Confirmed, "3GPP TR 37.868 table 6.2.2.1.1: 20 ms")]
    public Duration BackOff { get; init; } = 20.Milliseconds;

    /// <summary>Preambles after which a device gives up [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 200)]
    [Figure(Mark.Confirmed, "3GPP TR 37.868 table 6.2.2.1.1: 10")]
    public int Attempts { get; init; } = 10;

    /// <summary>From one opportunity for a scheduling request to the next [s].</summary>
    [Unit("s", Minimum = 0.001, Maximum = 0.08)]
    [Figure(Mark.FromMemory, "3GPP TS 36.213 table 10.1.5-1: 5 to 80 ms; 10 ms are usual")]
    public Duration SchedulingRequestPeriod { get; init; } = 10.Milliseconds;

    /// <summary>Time that base station and core network take within the set-up, before security is switched on [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 5)]
    [Figure(
        Mark.Derived,
        "measured promotions of 200 to 300 ms, 260 ms in Huang et al., MobiSys 2012, less 70 ms that the radio takes here"
    )]
    public Duration SetUpResponse { get; init; } = 190.Milliseconds;

    /// <summary>Fixed part of the round trip behind the radio [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Derived, "median 38 ms in all, as Ookla Q2 2018: 31 to 39 ms mean by operator on 4G; the radio takes 18 ms here")]
    public Duration CoreRoundTripMinimum { get; init; } = Duration.Zero;

    /// <summary>Median of the random part of the round trip behind the radio [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "median 38 ms in all; Ookla Q2 2018: 31 to 39 ms mean by operator on 4G")]
    public Duration CoreRoundTripMedian { get; init; } = 20.Milliseconds;

    /// <summary>Standard deviation of the natural logarithm of the random part [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 3)]
    [Figure(Mark.Chosen, "95th percentile of 72 ms; 100 to 200 ms are reported for phones in motion")]
    public double CoreRoundTripSigma { get; init; } = 0.6;

    /// <summary>Share of frames lost per direction after the repetitions of the radio link [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.FromMemory, "mobile networks: 0.1 to 1 % after HARQ and RLC")]
    public double Loss { get; init; } = 0.003;

    /// <summary>Time without traffic after which a connection ends [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "Huang et al., MobiSys 2012; operators set 10 to 12 s")]
    public override Duration Inactivity { get; init; } = 11.576.Seconds;

    /// <summary>Whether devices tell when a connection may end; nothing for none.</summary>
    [Figure(Mark.FromMemory, "3GPP TS 36.321 §5.4.5: release assistance is for LTE-M and NB-IoT; others leave it to the timer")]
    public override ReleaseAssistance? ReleaseAssistance { get; init; }

    /// <summary>Connected: time without traffic after which a device listens only once in a cycle [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 2.56)]
    [Figure(Mark.FromMemory, "3GPP TS 36.331 drx-InactivityTimer: up to 2.56 s; 0.1 s are usual with LTE")]
    public override Duration DrxInactivity { get; init; } = 0.1.Seconds;

    /// <summary>Connected: from one time of listening to the next (C-DRX) [s]; null for the connected current all the time.</summary>
    [Unit("s", Minimum = 0.01, Maximum = 2.56)]
    [Figure(
        Mark.Chosen,
        "the connected current is a mean over the tail; Huang et al., MobiSys 2012, measured 1060 mW over it with C-DRX, against 1288 mW before it"
    )]
    public override Duration? DrxCycle { get; init; }

    /// <summary>Connected: for how long a device listens in each cycle [s].</summary>
    [Unit("s", Minimum = 0.001, Maximum = 0.2)]
    [Figure(Mark.FromMemory, "3GPP TS 36.331 onDurationTimer: 1 to 200 subframes; 10 ms are usual with LTE")]
    public override Duration DrxOnDuration { get; init; } = 0.01.Seconds;

    /// <summary>From power saving mode until the modem looks for its cell: boot and SIM [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Derived, "SIM start 483 ms, measured on an NB-IoT module (lkrzak/ijet2023)")]
    public override Duration StartTime { get; init; } = 0.483.Seconds;

    /// <summary>While the modem starts [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "LTE Cat-1 modules, connected: 150 to 500 mA, the lower end without transmission")]
    public override double StartCurrent { get; init; } = 0.15;

    /// <summary>While it waits for the core network, during the set-up and for an update [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "Huang et al., MobiSys 2012: 1211 mW during promotion, at 3.8 V")]
    public override double CoreCurrent { get; init; } = 0.319;

    /// <summary>Time that the core network takes to release a connection [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Chosen, "contained in the inactivity time as measured")]
    public override Duration ReleaseResponse { get; init; } = Duration.Zero;

    /// <summary>While a device waits to be released [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "LTE Cat-1 modules, connected: 150 to 500 mA, the lower end without transmission")]
    public override double ReleaseCurrent { get; init; } = 0.15;

    /// <summary>Paging cycle of an idle device [s].</summary>
    [Unit("s", Minimum = 0.32, Maximum = 2.56)]
    [Figure(Mark.FromMemory, "usual DRX cycle of LTE")]
    public override Duration PagingCycle { get; init; } = 1.28.Seconds;

    /// <summary>With <see cref="Media.PowerSaving.Edrx"/>: length of a paging window [s].</summary>
    [Unit("s", Minimum = 1.28, Maximum = 20.48)]
    [Figure(Mark.FromMemory, "3GPP TS 24.008 table 10.5.5.32: 1.28 to 20.48 s for LTE; the shortest")]
    public override Duration PagingWindow { get; init; } = 1.28.Seconds;

    /// <summary>With <see cref="Media.PowerSaving.Psm"/>: for how long a device stays reachable after a connection, T3324 [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 11160)]
    [Figure(Mark.Confirmed, "T3324 in the nRF9160-DK measurements of boaks/zephyr-coaps-client")]
    public override Duration ActiveTime { get; init; } = 8.Seconds;

    /// <summary>Supply voltage of the modem [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 12)]
    [Figure(Mark.FromMemory, "nominal supply of most cellular modules")]
    public override double Voltage { get; init; } = 3.8;

    /// <summary>Idle with paging, on average [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "LTE Cat-1 modules with DRX of 1.28 s: 1 to 2 mA")]
    public override double IdleCurrent { get; init; } = 1.5e-3;

    /// <summary>In power saving mode, or between the windows of an extended paging cycle [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "LTE Cat-1 modules with PSM: 3 to 10 uA")]
    public override double SleepCurrent { get; init; } = 5e-6;

    /// <summary>While it sends [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "LTE Cat-1 modules at 23 dBm: 450 to 650 mA")]
    public override double TransmitCurrent { get; init; } = 0.55;

    /// <summary>While it receives [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "LTE Cat-1 modules, connected: 150 to 500 mA, the lower end without transmission")]
    public override double ReceiveCurrent { get; init; } = 0.15;

    /// <summary>Connected without traffic, and while a scheduled transmission is still to come [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "LTE Cat-1 modules, connected: 150 to 500 mA, the lower end without transmission")]
    public override double? ConnectedCurrent { get; init; } = 0.15;

    internal override double DownlinkRatio => SitePower - Radio.ThermalNoise.Power((180 * CarrierBlocks).Kilohertz, DeviceNoiseFigure);

    internal override double InterfererPower => TransmitPower;

    internal override double StationNoiseFigure => SiteNoiseFigure;

    internal override double MonitoredShare => 1;

    /// <summary>Whether devices tell when a connection may end: only if it is written.</summary>
    public override ReleaseAssistance ReleaseOf(bool expectsPackets) => ReleaseAssistance ?? Media.Cells.ReleaseAssistance.None;

    internal override ConnectionSettings Settings(bool onBattery, bool expectsPackets) =>
        base.Settings(onBattery, expectsPackets) with
        {
            SetUpResponse = SetUpResponse,
            Core = new CorePath(
                DelayModel.LogNormal(CoreRoundTripMinimum / 2, CoreRoundTripMedian / 2, CoreRoundTripSigma),
                new LossModel(Loss)
            ),
        };

    /// <summary>Between the messages of a connection a module of category 1 does not sleep.</summary>
    internal override CellCurrents Currents => base.Currents with { Wait = base.Currents.Connected, Paging = IdleCurrent };

    IReadOnlyList<Charge> IPriced.Charges =>
        [new("lte-cat1-module", ChargeBasis.Device), new("mobile-subscription", ChargeBasis.Device), new("mobile-data", ChargeBasis.Octet)];

    IReadOnlyList<Unbilled> IPriced.Unbilled =>
        [
            new("site", "part of an operator's network, which subscriptions pay for"),
            new("cell", "part of an operator's network, which subscriptions pay for"),
        ];

    /// <inheritdoc/>
    internal override string Spectrum => EachWay(Radio.Lte.ChannelBandwidth.Of(CarrierBlocks));

    /// <inheritdoc/>
    internal override string BehindRadio => RoundTrip(CoreRoundTripMinimum, CoreRoundTripMedian, CoreRoundTripSigma, Loss);
}
