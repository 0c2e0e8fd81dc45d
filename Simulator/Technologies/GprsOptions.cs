using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>gprs</c>.</summary>
public sealed record GprsOptions : CellOptions, IPriced
{
    /// <summary>Packet channels of a cell: slots of its carrier that are left to this fleet, both ways [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 8)]
    [Figure(Mark.Chosen, "four of eight slots: 48 kbit/s net with coding scheme CS-2")]
    public int PacketChannels { get; init; } = 4;

    /// <summary>Slots in which a device sends [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 4)]
    [Figure(Mark.FromMemory, "3GPP TS 45.002 annex B, multislot class 10: up to 4 slots down and 2 up, 5 in all; four down leave one")]
    public int UplinkSlots { get; init; } = 1;

    /// <summary>Slots in which a device receives [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 4)]
    [Figure(Mark.FromMemory, "3GPP TS 45.002 annex B, multislot class 10: up to 4 slots down")]
    public int DownlinkSlots { get; init; } = 4;

    /// <summary>Number of the fastest coding scheme that the network has, CS-1 to CS-4 [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 4)]
    [Figure(Mark.Chosen, "CS-2: links of 16 kbit/s behind the base stations carry no faster one, and many networks never got others")]
    public int GreatestCodingScheme { get; init; } = 2;

    /// <summary>Ratio of carrier to the interference of other cells [dB].</summary>
    [Unit("dB", Minimum = 10, Maximum = 100)]
    [Figure(Mark.Derived, "clusters of nine cells: (3 · 9)² / 6, six interferers at the distance of reuse and a path-loss exponent of 4")]
    public double CarrierToInterference { get; init; } = 20.8;

    /// <summary>Power of a site's carrier [dBm].</summary>
    [Unit("dBm", Minimum = 20, Maximum = 60)]
    [Figure(Mark.FromMemory, "3GPP TS 45.005 §4.1.2: 20 W are usual")]
    public double SitePower { get; init; } = 43;

    /// <summary>Power of the devices [dBm].</summary>
    [Unit("dBm", Minimum = 5, Maximum = 39)]
    [Figure(Mark.FromMemory, "3GPP TS 45.005 §4.1.1: power class 4 at 900 MHz, 2 W")]
    public double TransmitPower { get; init; } = 33;

    /// <summary>Noise figure of the sites [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 20)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820 §5.1: 3 dB")]
    public double SiteNoiseFigure { get; init; } = 3;

    /// <summary>Gain of two receive antennas at a site [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 10)]
    [Figure(Mark.FromMemory, "3 to 5 dB in fading; the lower end")]
    public double SiteDiversityGain { get; init; } = 3;

    /// <summary>Noise figure of the devices [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 20)]
    [Figure(Mark.Derived, "reference sensitivity of -104 dBm at 9 dB in 200 kHz, 3GPP TS 45.005 table 1a: 8 dB")]
    public double DeviceNoiseFigure { get; init; } = 8;

    /// <summary>Coupling loss beyond which devices are out of coverage, if the most robust coding scheme gets that far [dB].</summary>
    [Unit("dB", Minimum = 100, Maximum = 170)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820: 144 dB")]
    public double MaximumCouplingLoss { get; init; } = 144;

    /// <summary>Probability that an access burst alone is detected [1]; null for 1 − e⁻ⁱ at attempt i.</summary>
    [Unit("1", Minimum = 0.01, Maximum = 1)]
    [Figure(Mark.FromMemory, "3GPP TS 45.005 table 1: frames of RACH lost at the reference sensitivity, 0.5 %")]
    public double? Detection { get; init; } = 0.995;

    /// <summary>Access bursts after which a device gives up [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 8)]
    [Figure(Mark.FromMemory, "3GPP TS 44.018: 1, 2, 4 or 7 repetitions; the greatest")]
    public int Attempts { get; init; } = 8;

    /// <summary>Slots over which repetitions of an access burst spread, T [1].</summary>
    [Unit("1", Minimum = 3, Maximum = 50)]
    [Figure(Mark.FromMemory, "3GPP TS 44.018 TX-integer: 3 to 50 slots of RACH; a middle one")]
    public int SpreadSlots { get; init; } = 20;

    /// <summary>Slots for which a device waits for its assignment before it repeats its burst, S [1].</summary>
    [Unit("1", Minimum = 41, Maximum = 217)]
    [Figure(Mark.FromMemory, "3GPP TS 44.018 table 3.3.1.1.2.1: 109 with T of 5, 10 or 20 where CCCH is not combined")]
    public int ResponseSlots { get; init; } = 109;

    /// <summary>From the access burst until the network has decided on an assignment [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Derived, "so that one-phase access takes 100 to 200 ms")]
    public Duration NetworkResponse { get; init; } = 60.Milliseconds;

    /// <summary>Channel assignments and pages per second and cell [1/s]; nothing for no limit.</summary>
    [Unit("1/s", Minimum = 0.01)]
    [Figure(Mark.FromMemory, "access grant channel of 1 to 3 blocks per 235 ms multiframe: a few tens per second")]
    public double? AssignmentsPerSecond { get; init; } = 30;

    /// <summary>From the assignment to the first block of the uplink [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Derived, "so that one-phase access takes 100 to 200 ms")]
    public Duration StartingTime { get; init; } = 50.Milliseconds;

    /// <summary>By how much the first block may begin later, where the packet channels are in use [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.FromMemory, "3GPP TS 44.018 T3168 and T3190: an assignment that finds no channel waits for up to 5 s")]
    public Duration QueueTime { get; init; } = 5.Seconds;

    /// <summary>Time for which a device waits for the network to confirm its access, T3166 [s].</summary>
    [Unit("s", Minimum = 0.1, Maximum = 60)]
    [Figure(Mark.FromMemory, "3GPP TS 44.060 T3166: 5 s")]
    public Duration ContentionTimer { get; init; } = 5.Seconds;

    /// <summary>Time to set up a block flow for the other direction while one exists [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Derived, "assignment on the channel in use, and the answer to its poll after 13 frames (60 ms); 3GPP TS 44.060 §7.2")]
    public Duration FlowSetUp { get; init; } = 60.Milliseconds;

    /// <summary>Time without traffic after which a block flow ends (delayed release) [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "extended uplink block flow, T3192 of up to 1.5 s; 3GPP TS 44.060")]
    public override Duration Inactivity { get; init; } = 1.5.Seconds;

    /// <summary>Time after a block flow for which the network knows the cell of a device and assigns it a channel without a page, T3314 [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "3GPP TS 24.008 table 11.3a: READY timer, 44 s by default")]
    public Duration ReadyTime { get; init; } = 44.Seconds;

    /// <summary>For how long a change of cell interrupts a block flow of a device that moves, unless its party says otherwise [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(
        Mark.FromMemory,
        "3GPP TR 25.901: a couple of seconds for reading system information; 0.3 to 0.7 s with assistance by the network (NACC)"
    )]
    public override Duration HandoverInterruption { get; init; } = 1.5.Seconds;

    /// <summary>What a device does between connections; nothing for what suits its supply.</summary>
    [Figure(Mark.Chosen, "by supply: on mains attached (drx), on a battery switched off between reports (off)")]
    public override PowerSaving? PowerSaving { get; init; }

    /// <summary>Paging cycle of an idle device [s].</summary>
    [Unit("s", Minimum = 0.1, Maximum = 10)]
    [Figure(Mark.FromMemory, "one page per 2.1 s (nine multiframes)")]
    public override Duration PagingCycle { get; init; } = 2.1.Seconds;

    /// <summary>Time without a connection after which an attached device tells that it is still there, T3312 [s]; null for never.</summary>
    [Unit("s", Minimum = 2, Maximum = 35_712_000)]
    [Figure(Mark.FromMemory, "3GPP TS 24.008 table 11.3: 54 min by default")]
    public override Duration? PeriodicUpdate { get; init; } = 54.Minutes;

    /// <summary>Switched off: from the supply until the modem has found its cell [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 120)]
    [Figure(
        Mark.Derived,
        "SIM800: 10 to 20 s to attach and send; 10 s until it is attached, less 2.75 s of attachment and context activation, published as 1.5 to 5 s"
    )]
    public override Duration StartTime { get; init; } = 7.25.Seconds;

    /// <summary>While the modem starts and looks for its cell [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "as receiving: the modem looks for its network")]
    public override double StartCurrent { get; init; } = 0.09;

    /// <summary>Time that the core network takes for each of its answers during attachment and context activation [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Derived, "attachment and context activation take 1.5 to 5 s, of which the radio takes about one here; three answers")]
    public Duration AttachResponse { get; init; } = 0.65.Seconds;

    /// <summary>Time that the core network takes to accept a routing area update [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Derived, "as one of the answers during attachment")]
    public override Duration CoreResponse { get; init; } = 0.65.Seconds;

    /// <summary>While it waits for the core network [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "as receiving: the modem waits for an answer")]
    public override double CoreCurrent { get; init; } = 0.09;

    /// <summary>Fixed part of the round trip behind the radio [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(
        Mark.Derived,
        "round trips of GPRS in ready state lie between 0.5 and 1 s: 250 ms less 160 ms that the radio takes here where no block is lost"
    )]
    public Duration CoreRoundTripMinimum { get; init; } = 90.Milliseconds;

    /// <summary>Median of the random part of the round trip behind the radio [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "median of 500 ms in all where no block is lost; round trips of GPRS in ready state lie between 0.5 and 1 s")]
    public Duration CoreRoundTripMedian { get; init; } = 250.Milliseconds;

    /// <summary>Standard deviation of the natural logarithm of the random part [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 3)]
    [Figure(Mark.Chosen, "95th percentile of 0.92 s; round trips of 0.3 to 1 s are reported")]
    public double CoreRoundTripSigma { get; init; } = 0.6;

    /// <summary>Share of frames lost per direction after the repetitions of the radio link [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.FromMemory, "mobile networks: 0.1 to 1 % after HARQ and RLC")]
    public double Loss { get; init; } = 0.003;

    /// <summary>Supply voltage of the modem [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 12)]
    [Figure(Mark.FromMemory, "nominal supply of most cellular modules")]
    public override double Voltage { get; init; } = 3.8;

    /// <summary>Idle with paging, on average [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "SIM800 in sleep mode, attached: 1 mA; 1 to 1.5 mA with a page every 2.1 s")]
    public override double IdleCurrent { get; init; } = 1e-3;

    /// <summary>Switched off [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Chosen, "the supply is switched off")]
    public override double SleepCurrent { get; init; } = 0;

    /// <summary>While it sends in one slot [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "u-blox LEXI-R422 manual: 1600 mA in one of eight slots, 25 mA in the others")]
    public override double TransmitCurrent { get; init; } = 0.222;

    /// <summary>While it receives [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "u-blox LEXI-R422 manual: 60 to 120 mA")]
    public override double ReceiveCurrent { get; init; } = 0.09;

    /// <summary>Connected without traffic, and while a scheduled transmission is still to come [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "u-blox LEXI-R422 manual: 10 to 40 mA between bursts")]
    public double ConnectedCurrent { get; init; } = 0.025;

    /// <summary>What a device does between connections: as said, otherwise stay reachable on mains and be switched off on a battery.</summary>
    public override PowerSaving PowerSavingOf(bool onBattery) => PowerSaving ?? (onBattery ? Media.PowerSaving.Off : Media.PowerSaving.Drx);

    internal override ConnectionSettings Settings(bool onBattery, bool expectsPackets)
    {
        var powerSaving = PowerSavingOf(onBattery);
        return new ConnectionSettings
        {
            Procedure = GprsProcedures.OnePhaseAccess,
            Inactivity = Inactivity,
            Ready = ReadyTime,
            ModemStart = StartTime,
            AttachResponse = AttachResponse,
            CoreResponse = CoreResponse,
            PowerSaving = powerSaving,
            PagingCycle = PagingCycle,
            Roaming = Roaming,
            PeriodicUpdate = powerSaving == Media.PowerSaving.Off ? null : PeriodicUpdate,
            Buffer = Buffer,
            Core = new CorePath(
                DelayModel.LogNormal(CoreRoundTripMinimum / 2, CoreRoundTripMedian / 2, CoreRoundTripSigma),
                new LossModel(Loss)
            ),
        };
    }

    /// <summary>Bursts in further slots add what one adds.</summary>
    internal override CellCurrents Currents =>
        new(
            Voltage,
            SleepCurrent,
            IdleCurrent,
            ReceiveCurrent,
            ConnectedCurrent + UplinkSlots * (TransmitCurrent - ConnectedCurrent),
            ConnectedCurrent
        )
        {
            Wait = ConnectedCurrent,
            Paging = IdleCurrent,
            Start = StartCurrent,
            Core = CoreCurrent,
        };

    IReadOnlyList<Charge> IPriced.Charges =>
        [new("gprs-module", ChargeBasis.Device), new("mobile-subscription", ChargeBasis.Device), new("mobile-data", ChargeBasis.Octet)];

    IReadOnlyList<Unbilled> IPriced.Unbilled =>
        [
            new("site", "part of an operator's network, which subscriptions pay for"),
            new("cell", "part of an operator's network, which subscriptions pay for"),
        ];

    /// <inheritdoc/>
    internal override string Spectrum => EachWay(200.Kilohertz);

    /// <inheritdoc/>
    internal override string BehindRadio => RoundTrip(CoreRoundTripMinimum, CoreRoundTripMedian, CoreRoundTripSigma, Loss);
}
