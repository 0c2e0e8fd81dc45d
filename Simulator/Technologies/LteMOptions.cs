using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>lte-m</c>.</summary>
public sealed record LteMOptions : CellRadioOptions, IPriced
{
    /// <summary>Signalling of an exchange.</summary>
    [Figure(
        Mark.Chosen,
        "control-plane optimisation, as with NB-IoT, so that the two differ in their radios; many networks of LTE-M use the service request"
    )]
    public override CellularProcedure Procedure { get; init; } = CellularProcedure.ControlPlane;

    /// <summary>Power of the devices [dBm].</summary>
    [Unit("dBm", Minimum = 10, Maximum = 26)]
    [Figure(Mark.FromMemory, "3GPP TS 36.101, power class 3; class 5 has 20 dBm")]
    public double TransmitPower { get; init; } = 23;

    /// <summary>Power of a site in the six resource blocks of a narrowband [dBm].</summary>
    [Unit("dBm", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Derived, "46 dBm over the 50 resource blocks of 10 MHz, six of them")]
    public double SitePower { get; init; } = 36.8;

    /// <summary>Noise figure of the sites [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 20)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820 §5.1")]
    public double SiteNoiseFigure { get; init; } = 3;

    /// <summary>Noise figure of the devices [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 20)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820 §5.1")]
    public double DeviceNoiseFigure { get; init; } = 5;

    /// <summary>Coupling loss beyond which devices are out of coverage, if the channels get that far [dB].</summary>
    [Unit("dB", Minimum = 140, Maximum = 175)]
    [Figure(Mark.FromMemory, "target of enhanced coverage with mode B at 23 dBm; 155.7 dB with mode A and 20 dBm")]
    public double MaximumCouplingLoss { get; init; } = 164;

    /// <summary>Greatest coupling loss of coverage-enhancement level 0, preambles sent twice, mode A [dB]; nothing for what such preambles bridge.</summary>
    [Unit("dB", Minimum = 100, Maximum = 175)]
    [Figure(Mark.Derived, "146 dB: a preamble at -10 dB (TR 36.888) in 1.08 MHz, 23 dBm and 3 dB of noise figure, 3 dB more for two")]
    public double? Level0Limit { get; init; }

    /// <summary>Greatest coupling loss of level 1, preambles sent 8 times, mode A [dB]; nothing for what such preambles bridge.</summary>
    [Unit("dB", Minimum = 100, Maximum = 175)]
    [Figure(Mark.Derived, "152 dB: as level 0, with 9 dB from repetitions")]
    public double? Level1Limit { get; init; }

    /// <summary>Greatest coupling loss of level 2, preambles sent 32 times, mode B [dB]; nothing for what such preambles bridge.</summary>
    [Unit("dB", Minimum = 100, Maximum = 175)]
    [Figure(Mark.Derived, "158 dB: as level 0, with 15 dB from repetitions")]
    public double? Level2Limit { get; init; }

    /// <summary>From one occasion of random access to the next at level 0; in proportion to the repetitions at the others [s].</summary>
    [Unit("s", Minimum = 0.005, Maximum = 1.28)]
    [Figure(Mark.Chosen, "each of the four levels takes 5 % of the narrowband")]
    public Duration AccessPeriod { get; init; } = 40.Milliseconds;

    /// <summary>Preambles for contention at each level [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 64)]
    [Figure(Mark.Confirmed, "3GPP TR 37.868: 54 of 64 preambles")]
    public int Preambles { get; init; } = 54;

    /// <summary>Probability that a preamble alone is detected [1].</summary>
    [Unit("1", Minimum = 0.01, Maximum = 1)]
    [Figure(Mark.FromMemory, "3GPP TS 36.104 §8.4: 99 % at the signal-to-noise ratio for which repetitions are chosen")]
    public double Detection { get; init; } = 0.99;

    /// <summary>Greatest back-off between attempts [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 2)]
    [Figure(Mark.FromMemory, "3GPP TS 36.321 table 7.2-1 has 0 to 960 ms; the greatest, as occasions are far apart")]
    public Duration BackOff { get; init; } = 0.96.Seconds;

    /// <summary>Preambles after which a device gives up [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 200)]
    [Figure(Mark.Confirmed, "3GPP TR 37.868: 10")]
    public int Attempts { get; init; } = 10;

    /// <summary>Preambles at a level after which a device takes the next one [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 10)]
    [Figure(Mark.FromMemory, "3GPP TS 36.331 maxNumPreambleAttemptCE: 3 to 10")]
    public int AttemptsAtLevel { get; init; } = 3;

    /// <summary>Period of a search space over its length, G [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 10)]
    [Figure(Mark.Chosen, "2 of 1, 1.5, 2, 2.5, 4, 5, 8 and 10 (TS 36.331): half of the downlink is left for data")]
    public double SearchSpaceFactor { get; init; } = 2;

    /// <summary>From one opportunity for a scheduling request to the next [s].</summary>
    [Unit("s", Minimum = 0.001, Maximum = 0.08)]
    [Figure(Mark.FromMemory, "3GPP TS 36.213 table 10.1.5-1: up to 80 ms; 40 ms are usual")]
    public Duration SchedulingRequestPeriod { get; init; } = 40.Milliseconds;

    /// <summary>Connected: time without traffic after which a device listens only once in a cycle [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 2.56)]
    [Figure(Mark.FromMemory, "3GPP TS 36.331 drx-InactivityTimer: up to 2.56 s; 0.1 s are usual with LTE")]
    public override Duration DrxInactivity { get; init; } = 0.1.Seconds;

    /// <summary>Connected: from one time of listening to the next (C-DRX) [s]; null for listening all the time.</summary>
    [Unit("s", Minimum = 0.01, Maximum = 10.24)]
    [Figure(Mark.FromMemory, "3GPP TS 36.331 longDRX-Cycle: up to 2.56 s, 10.24 s from Release 13 on; 0.32 s are usual with LTE")]
    public override Duration? DrxCycle { get; init; } = 0.32.Seconds;

    /// <summary>Connected: for how long a device listens in each cycle, at least one period of its search space [s].</summary>
    [Unit("s", Minimum = 0.001, Maximum = 2)]
    [Figure(Mark.FromMemory, "3GPP TS 36.331 onDurationTimer: 1 to 200 subframes; 10 ms are usual with LTE")]
    public override Duration DrxOnDuration { get; init; } = 0.01.Seconds;

    /// <summary>For how long a change of cell interrupts the connection of a device that moves, unless its party says otherwise [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Chosen, "twice that of LTE: half duplex, and repetitions of what the target cell sends first")]
    public override Duration HandoverInterruption { get; init; } = 0.1.Seconds;

    /// <summary>Paging cycle of an idle device [s].</summary>
    [Unit("s", Minimum = 0.32, Maximum = 2.56)]
    [Figure(Mark.FromMemory, "3GPP TS 36.331: 0.32, 0.64, 1.28 or 2.56 s; one of them fits into the shortest paging window")]
    public override Duration PagingCycle { get; init; } = 1.28.Seconds;

    /// <summary>With <see cref="Media.PowerSaving.Edrx"/>: length of a paging window [s].</summary>
    [Unit("s", Minimum = 1.28, Maximum = 20.48)]
    [Figure(Mark.FromMemory, "3GPP TS 24.008 table 10.5.5.32: 1.28 to 20.48 s for LTE-M; the shortest")]
    public override Duration PagingWindow { get; init; } = 1.28.Seconds;

    /// <summary>Supply voltage of the modem [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 12)]
    [Figure(Mark.Confirmed, "supply of the nRF9160 in its product specification")]
    public override double Voltage { get; init; } = 3.7;

    /// <summary>In power saving mode, or between the windows of an extended paging cycle [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "nRF9160 product specification: 2.7 uA in power saving mode")]
    public override double SleepCurrent { get; init; } = 2.7e-6;

    /// <summary>Between pages, and while a scheduled transmission is still to come [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "3GPP TR 45.820: light sleep 2.4 mW, at 3.7 V, as with NB-IoT")]
    public override double IdleCurrent { get; init; } = 0.65e-3;

    /// <summary>While it receives [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "BG96: 40 to 60 mA; the same as with NB-IoT, so that the two differ in their radios")]
    public override double ReceiveCurrent { get; init; } = 0.046;

    /// <summary>While it sends [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "BG96 with LTE-M: 190 to 230 mA at 21 to 23 dBm; the same as with NB-IoT")]
    public override double TransmitCurrent { get; init; } = 0.22;

    internal override double DownlinkRatio => SitePower - Radio.ThermalNoise.Power(Radio.LteM.Prach.Bandwidth, DeviceNoiseFigure);

    internal override double InterfererPower => TransmitPower;

    internal override double StationNoiseFigure => SiteNoiseFigure;

    /// <summary>A narrowband: six resource blocks of 180 kHz.</summary>
    internal override string Spectrum => EachWay(1080.Kilohertz);

    internal override double MonitoredShare => 1 / SearchSpaceFactor;

    IReadOnlyList<Charge> IPriced.Charges =>
        [new("lte-m-module", ChargeBasis.Device), new("lpwa-subscription", ChargeBasis.Device), new("lpwa-data", ChargeBasis.Octet)];

    IReadOnlyList<Unbilled> IPriced.Unbilled =>
        [
            new("site", "part of an operator's network, which subscriptions pay for"),
            new("cell", "part of an operator's network, which subscriptions pay for"),
        ];
}
