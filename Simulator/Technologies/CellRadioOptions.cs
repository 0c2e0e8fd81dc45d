using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options that the technologies with the radio resource control of LTE have.</summary>
public abstract record CellRadioOptions : CellOptions
{
    /// <summary>Signalling of an exchange.</summary>
    [Figure(Mark.Chosen, "control-plane optimisation, which every device of the technology has to support")]
    public virtual CellularProcedure Procedure { get; init; } = CellularProcedure.ControlPlane;

    /// <summary>Whether devices tell when a connection may end; nothing for after-uplink where no packet is expected back, and none otherwise.</summary>
    [Figure(
        Mark.Derived,
        "a device to which nothing is sent back can say so with its last packet; otherwise the modem does not know what is still expected"
    )]
    public virtual ReleaseAssistance? ReleaseAssistance { get; init; }

    /// <summary>Share of the time in which the cells around use a resource block, which raises the noise of sites and devices [1]; 0 for a network without neighbours.</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    [Figure(
        Mark.Chosen,
        "0, an isolated network on a carrier of its own; operators plan for a mean use of resource blocks of 30 to 70 % in the busy hour (from memory)"
    )]
    public double NeighbourLoad { get; init; }

    /// <summary>Access barring by chance (ACB): probability that a device may ask for access at once [1]; 1 for none.</summary>
    [Unit("1", Minimum = 0.05, Maximum = 1)]
    [Figure(Mark.Chosen, "none: operators bar a cell while it is overloaded, and then with 0.05 to 0.95 (3GPP TS 36.331 ac-BarringFactor)")]
    public double BarringFactor { get; init; } = 1;

    /// <summary>With a barring factor: mean time after which a barred device asks again [s].</summary>
    [Unit("s", Minimum = 4, Maximum = 512)]
    [Figure(Mark.FromMemory, "3GPP TS 36.331 ac-BarringTime: 4 to 512 s; the shortest")]
    public Duration BarringTime { get; init; } = 4.Seconds;

    /// <summary>Access barring by class (EAB): classes of devices, of ten, that may not ask for access at a time [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 9)]
    [Figure(
        Mark.Chosen,
        "none: operators bar a cell while it is overloaded; the list of 3GPP TS 36.331, SIB14, has a bit for each of ten classes"
    )]
    public int BarredClasses { get; init; }

    /// <summary>With barred classes: time after which it is the turn of the next ones [s].</summary>
    [Unit("s", Minimum = 1, Maximum = 86400)]
    [Figure(Mark.Chosen, "some periods in which system information is read; when the list changes is left to the operator")]
    public Duration BarringTurn { get; init; } = 10.Seconds;

    /// <summary>Connected: time without traffic after which a device listens only once in a cycle [s].</summary>
    public abstract Duration DrxInactivity { get; init; }

    /// <summary>Connected: from one time of listening to the next (C-DRX) [s]; null for listening all the time.</summary>
    public abstract Duration? DrxCycle { get; init; }

    /// <summary>Connected: for how long a device listens in each cycle, at least one period of its search space [s].</summary>
    public abstract Duration DrxOnDuration { get; init; }

    /// <summary>Time that the core network takes to release a connection [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Confirmed, "lkrzak/ijet2023, measured on an NB-IoT module: release 528 ms")]
    public virtual Duration ReleaseResponse { get; init; } = 0.528.Seconds;

    /// <summary>While a device waits to be released [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "lkrzak/ijet2023, measured on an NB-IoT module: release 17.523 mA")]
    public virtual double ReleaseCurrent { get; init; } = 17.523e-3;

    /// <summary>With <see cref="Media.PowerSaving.Edrx"/>: from one paging window to the next [s].</summary>
    [Unit("s", Minimum = 5.12, Maximum = 10485.76)]
    [Figure(Mark.Confirmed, "nRF9160 product specification gives its currents for 81.92 and 655 s")]
    public virtual Duration ExtendedCycle { get; init; } = 81.92.Seconds;

    /// <summary>With <see cref="Media.PowerSaving.Edrx"/>: length of a paging window [s].</summary>
    public abstract Duration PagingWindow { get; init; }

    /// <summary>With <see cref="Media.PowerSaving.Psm"/>: for how long a device stays reachable after a connection, T3324 [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 11160)]
    [Figure(Mark.Confirmed, "T3324 in the nRF9160-DK measurements of boaks/zephyr-coaps-client")]
    public virtual Duration ActiveTime { get; init; } = 8.Seconds;

    /// <summary>Packets for a sleeping device that the network keeps until it connects [1]; what is beyond is lost.</summary>
    [Unit("1", Minimum = 0, Maximum = 100)]
    [Figure(
        Mark.FromMemory,
        "3GPP TS 23.682 §4.5.7 leaves extended buffering (high-latency communication) to the operator; GSMA CLP.28 and CLP.29 ask for one packet of 100 octets at least"
    )]
    public override int Buffer { get; init; } = 1;

    /// <summary>Whether headers of IP and transport are compressed on the radio link (ROHC).</summary>
    [Figure(Mark.FromMemory, "3GPP TR 45.820 §5.3.3 evaluates both; 48 B of IPv6 and UDP become 12 B, so do the 28 B of IPv4 and UDP")]
    public bool HeaderCompression { get; init; }

    /// <summary>Connected while it monitors the control channel, on average [A]; null for what follows from receiving and idling.</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "the receiver is on for 1/G of the time, and in light sleep otherwise")]
    public virtual double? ConnectedCurrent { get; init; }

    /// <summary>Share of the time in which a connected device receives the control channel, 1/G [1].</summary>
    internal abstract double MonitoredShare { get; }

    /// <summary>What a device does between connections: as said, otherwise stay reachable on mains and sleep on a battery.</summary>
    public override PowerSaving PowerSavingOf(bool onBattery) => PowerSaving ?? (onBattery ? Media.PowerSaving.Psm : Media.PowerSaving.Drx);

    /// <summary>Whether devices tell when a connection may end: as said, otherwise after their last packet if nothing comes back.</summary>
    public virtual ReleaseAssistance ReleaseOf(bool expectsPackets) =>
        ReleaseAssistance ?? (expectsPackets ? Media.Cells.ReleaseAssistance.None : Media.Cells.ReleaseAssistance.AfterUplink);

    /// <summary>Signal-to-noise ratio of the downlink at one antenna behind a coupling loss of nothing [dB].</summary>
    internal abstract double DownlinkRatio { get; }

    /// <summary>Greatest power of devices in other cells, all of it in a resource block [dBm].</summary>
    internal abstract double InterfererPower { get; }

    /// <summary>Noise figure of the sites, for what others send [dB].</summary>
    internal abstract double StationNoiseFigure { get; }

    /// <inheritdoc/>
    internal override CellInterference? Interference(Propagation propagation, double area) =>
        NeighbourLoad == 0 ? null : new CellInterference(this, propagation, area);

    /// <summary>The settings of the network.</summary>
    /// <param name="onBattery">Whether its devices run on batteries.</param>
    /// <param name="expectsPackets">Whether packets come back to them.</param>
    internal override ConnectionSettings Settings(bool onBattery, bool expectsPackets) =>
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
            Roaming = Roaming,
            ExtendedCycle = ExtendedCycle,
            PagingWindow = PagingWindow,
            ActiveTime = ActiveTime,
            PeriodicUpdate = PeriodicUpdate,
            Buffer = Buffer,
            HeaderSaving = HeaderCompression ? CompressionSaving : 0,
            Barring =
                BarringFactor < 1 || BarredClasses > 0
                    ? new AccessBarring
                    {
                        Factor = BarringFactor,
                        Time = BarringTime,
                        BarredClasses = BarredClasses,
                        Turn = BarringTurn,
                    }
                    : null,
        };

    internal override CellCurrents Currents =>
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
