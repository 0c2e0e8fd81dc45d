using M2mVsIoTSim.Radio.NbIot;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <see cref="NbIot"/>; the defaults are the preset.</summary>
/// <remarks>Normal, robust and extreme coverage are the coverage-enhancement levels 0, 1 and 2.</remarks>
public sealed record NbIotOptions : CellRadioOptions, IPriced
{
    /// <summary>Power of the carrier's downlink [dBm]: 35 in-band with boosting beside LTE, 43 stand-alone.</summary>
    [Unit("dBm", Minimum = 20, Maximum = 46)]
    [Figure(
        Mark.FromMemory,
        "3GPP TR 45.820 §7.2.3.1: 46 dBm over 10 MHz and 6 dB of boosting give 35 dBm to the carrier in-band; stand-alone 43 dBm"
    )]
    public double DownlinkPower { get; init; } = 35;

    /// <summary>Power of the devices [dBm].</summary>
    [Unit("dBm", Minimum = 14, Maximum = 23)]
    [Figure(Mark.FromMemory, "3GPP TS 36.101 §6.2.2F: power classes of 23, 20 and 14 dBm")]
    public double TransmitPower { get; init; } = 23;

    /// <summary>Whether the carrier carries synchronisation and system information, which take a part of its downlink.</summary>
    [Figure(Mark.Chosen, "the first carrier of each sector has to; of several, the others are then taken to do so too")]
    public bool Anchor { get; init; } = true;

    /// <summary>Distance of the tones of the uplink; null for the faster one at each coupling loss.</summary>
    [Figure(Mark.Confirmed, "link-level tables of tudo-cni/ns3-lena-nb: the fastest configuration with a block error of at most 10 %")]
    public SubcarrierSpacing? Spacing { get; init; }

    /// <summary>Greatest coupling loss of normal coverage [dB].</summary>
    [Unit("dB", Minimum = 100, Maximum = 170)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820: coverage classes of 144, 154 and 164 dB")]
    public double NormalCoverage { get; init; } = 144;

    /// <summary>Greatest coupling loss of robust coverage [dB]; beyond it is extreme coverage.</summary>
    [Unit("dB", Minimum = 100, Maximum = 170)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820: coverage classes of 144, 154 and 164 dB")]
    public double RobustCoverage { get; init; } = 154;

    /// <summary>From one random-access occasion to the next in normal coverage [s].</summary>
    [Unit("s", Minimum = 0.04, Maximum = 2.56)]
    [Figure(Mark.Confirmed, "LENA-NB (tudo-cni/ns3-lena-nb): 320 ms")]
    public Duration NormalPeriod { get; init; } = 320.Milliseconds;

    /// <summary>From one random-access occasion to the next in robust coverage [s].</summary>
    [Unit("s", Minimum = 0.04, Maximum = 2.56)]
    [Figure(Mark.Confirmed, "LENA-NB (tudo-cni/ns3-lena-nb): 640 ms")]
    public Duration RobustPeriod { get; init; } = 640.Milliseconds;

    /// <summary>From one random-access occasion to the next in extreme coverage [s].</summary>
    [Unit("s", Minimum = 0.04, Maximum = 2.56)]
    [Figure(Mark.Confirmed, "LENA-NB (tudo-cni/ns3-lena-nb): 2560 ms")]
    public Duration ExtremePeriod { get; init; } = 2560.Milliseconds;

    /// <summary>Repetitions of the preamble in normal coverage [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 128)]
    [Figure(Mark.Confirmed, "LENA-NB (tudo-cni/ns3-lena-nb): 1")]
    public int NormalPreambleRepetitions { get; init; } = 1;

    /// <summary>Repetitions of the preamble in robust coverage [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 128)]
    [Figure(Mark.Confirmed, "LENA-NB (tudo-cni/ns3-lena-nb): 8")]
    public int RobustPreambleRepetitions { get; init; } = 8;

    /// <summary>Repetitions of the preamble in extreme coverage [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 128)]
    [Figure(Mark.Confirmed, "LENA-NB (tudo-cni/ns3-lena-nb): 32")]
    public int ExtremePreambleRepetitions { get; init; } = 32;

    /// <summary>Greatest number of repetitions of the control channel in normal coverage, Rmax [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 2048)]
    [Figure(Mark.Confirmed, "LENA-NB (tudo-cni/ns3-lena-nb): 8")]
    public int NormalControlRepetitions { get; init; } = 8;

    /// <summary>Greatest number of repetitions of the control channel in robust coverage, Rmax [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 2048)]
    [Figure(Mark.Confirmed, "LENA-NB (tudo-cni/ns3-lena-nb): 64")]
    public int RobustControlRepetitions { get; init; } = 64;

    /// <summary>Greatest number of repetitions of the control channel in extreme coverage, Rmax [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 2048)]
    [Figure(Mark.Confirmed, "LENA-NB (tudo-cni/ns3-lena-nb): 512")]
    public int ExtremeControlRepetitions { get; init; } = 512;

    /// <summary>Period of the control channel's search space over its length, G [1].</summary>
    [Unit("1", Minimum = 1.5, Maximum = 64)]
    [Figure(Mark.Chosen, "3GPP TS 36.213 §16.6 allows 1.5, 2, 4, … 64; the shortest that leaves half of the time to others")]
    public double SearchSpaceStart { get; init; } = 2;

    /// <summary>Starting subcarriers of the preambles in each level: the preambles that devices choose from [1].</summary>
    [Unit("1", Minimum = 12, Maximum = 48)]
    [Figure(Mark.Confirmed, "LENA-NB (tudo-cni/ns3-lena-nb): 12")]
    public int Preambles { get; init; } = 12;

    /// <summary>Probability that a preamble alone is detected [1]; null for 1 − e⁻ⁱ at attempt i, as power ramps up.</summary>
    [Unit("1", Minimum = 0.01, Maximum = 1)]
    [Figure(Mark.FromMemory, "3GPP TS 36.104 §8.5.3: 99 % at the level of the performance requirement")]
    public double? PreambleDetection { get; init; } = 0.99;

    /// <summary>Preambles at a level before a device tries the next one [1].</summary>
    [Unit("1", Minimum = 3, Maximum = 10)]
    [Figure(Mark.FromMemory, "3GPP TS 36.331 maxNumPreambleAttemptCE: 3 to 10")]
    public int AttemptsPerLevel { get; init; } = 5;

    /// <summary>Preambles after which a device gives up [1].</summary>
    [Unit("1", Minimum = 3, Maximum = 200)]
    [Figure(Mark.Confirmed, "LENA-NB (tudo-cni/ns3-lena-nb): 10")]
    public int Attempts { get; init; } = 10;

    /// <summary>Greatest back-off before a preamble is repeated [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 524.288)]
    [Figure(Mark.FromMemory, "3GPP TS 36.321 table 7.2-2: 0, 0.256, 0.512, … 524.288 s")]
    public Duration BackOff { get; init; } = 1.024.Seconds;

    /// <summary>Response window in periods of the search space, at most 10.24 s [1].</summary>
    [Unit("1", Minimum = 2, Maximum = 10)]
    [Figure(Mark.FromMemory, "3GPP TS 36.331 ra-ResponseWindowSize: 2 to 8 and 10")]
    public int ResponseWindow { get; init; } = 10;

    /// <summary>Contention-resolution timer in periods of the search space, at most 10.24 s [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 64)]
    [Figure(Mark.FromMemory, "3GPP TS 36.331 mac-ContentionResolutionTimer: 1, 2, 3, 4, 8, 16, 32 or 64")]
    public int ContentionTimer { get; init; } = 32;

    /// <summary>Time to find a cell again in normal coverage [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Confirmed, "lkrzak/ijet2023, measured on an NB-IoT module: 74.46 ms")]
    public Duration NormalSynchronisation { get; init; } = 74.46.Milliseconds;

    /// <summary>Time to find a cell again in robust coverage [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820 §7.3.2.1: in-band a few hundred ms at 154 dB")]
    public Duration RobustSynchronisation { get; init; } = 0.3.Seconds;

    /// <summary>Time to find a cell again in extreme coverage [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820 §7.3.2.1: in-band about 1 s at 164 dB")]
    public Duration ExtremeSynchronisation { get; init; } = 1.1.Seconds;

    /// <summary>Connected: time without traffic after which a device listens only once in a cycle [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(
        Mark.Chosen,
        "3GPP TS 36.331 drx-InactivityTimer-NB: up to 32 periods of the control channel, 0.5 s in normal coverage; about that"
    )]
    public override Duration DrxInactivity { get; init; } = 0.5.Seconds;

    /// <summary>Connected: from one time of listening to the next (C-DRX) [s]; null for listening all the time.</summary>
    [Unit("s", Minimum = 0.256, Maximum = 9.216)]
    [Figure(Mark.FromMemory, "3GPP TS 36.331 drx-Cycle-NB: 0.256 to 9.216 s; operators have 2.048 s")]
    public override Duration? DrxCycle { get; init; } = 2.048.Seconds;

    /// <summary>Connected: for how long a device listens in each cycle, at least one period of its search space [s].</summary>
    [Unit("s", Minimum = 0.001, Maximum = 9.216)]
    [Figure(Mark.Chosen, "3GPP TS 36.331 onDurationTimer-NB: 1 to 32 periods of the control channel; 8 of them in normal coverage")]
    public override Duration DrxOnDuration { get; init; } = 0.128.Seconds;

    /// <summary>Paging cycle of an idle device [s].</summary>
    [Unit("s", Minimum = 1.28, Maximum = 10.24)]
    [Figure(Mark.FromMemory, "3GPP TS 36.331: 1.28, 2.56, 5.12 or 10.24 s for NB-IoT")]
    public override Duration PagingCycle { get; init; } = 2.56.Seconds;

    /// <summary>With <see cref="Media.PowerSaving.Edrx"/>: length of a paging window [s].</summary>
    [Unit("s", Minimum = 2.56, Maximum = 40.96)]
    [Figure(Mark.FromMemory, "3GPP TS 24.008 table 10.5.5.32: 2.56 to 40.96 s for NB-IoT; the shortest")]
    public override Duration PagingWindow { get; init; } = 2.56.Seconds;

    /// <summary>Supply voltage of the modem [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 12)]
    [Figure(Mark.Confirmed, "nRF9160 product specification: modem current tables at 3.7 V")]
    public override double Voltage { get; init; } = 3.7;

    /// <summary>In power saving mode, or between the windows of an extended paging cycle [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "nRF9160 product specification: PSM floor 2.7 uA")]
    public override double SleepCurrent { get; init; } = 2.7e-6;

    /// <summary>Between pages, and while a scheduled transmission is still to come [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Derived, "3GPP TR 45.820: light sleep 2.4 mW, at 3.7 V")]
    public override double IdleCurrent { get; init; } = 0.65e-3;

    /// <summary>While it receives [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "SARA-N2 data sheet: 46 mA while receiving; BG96 40 to 60 mA")]
    public override double ReceiveCurrent { get; init; } = 0.046;

    /// <summary>While it sends [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.FromMemory, "SARA-N2 data sheet: 220 mA at 23 dBm")]
    public override double TransmitCurrent { get; init; } = 0.22;

    /// <summary>Noise figures behind the link-level tables, 3GPP TR 45.820 §5.1 (from memory): 5 dB of devices, 3 dB of sites.</summary>
    internal override double DownlinkRatio => DownlinkPower - Radio.ThermalNoise.Power(180.Kilohertz, 5);

    internal override double InterfererPower => TransmitPower;

    internal override double StationNoiseFigure => 3;

    /// <summary>One resource block.</summary>
    internal override string Spectrum => EachWay(180.Kilohertz);

    internal override double MonitoredShare => 1 / SearchSpaceStart;

    /// <summary>NB-IoT up to Release 16 has no handover: a connection stays until its cell is out of reach.</summary>
    private protected override bool HandsOver => false;
    IReadOnlyList<Charge> IPriced.Charges =>
        [new("nb-iot-module", ChargeBasis.Device), new("lpwa-subscription", ChargeBasis.Device), new("lpwa-data", ChargeBasis.Octet)];

    IReadOnlyList<Unbilled> IPriced.Unbilled =>
        [
            new("site", "part of an operator's network, which subscriptions pay for"),
            new("cell", "part of an operator's network, which subscriptions pay for"),
        ];
}
