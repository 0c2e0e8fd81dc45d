using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>wm-bus</c>.</summary>
public sealed record WmBusOptions : IPriced
{
    /// <summary>Mode: s1, t1 or c1.</summary>
    [Figure(Mark.Chosen, "the common mode of meters that send every few minutes to a collector in the house")]
    public WmBusMode Mode { get; init; } = WmBusMode.T1;

    /// <summary>Nominal time between the frames of a meter, which repeats its latest message in each [s].</summary>
    [Unit("s", Minimum = 1, Maximum = 86_400)]
    [Figure(
        Mark.FromMemory,
        "Open Metering System: electricity 7.5 min, water and gas 15 min at most; shorter for meters that are read in passing"
    )]
    public Duration Interval { get; init; } = 450.Seconds;

    /// <summary>Whether content is encrypted with AES-128 (mode 5), which fills blocks of 16 octets.</summary>
    [Figure(Mark.FromMemory, "Open Metering System: personal readings are encrypted")]
    public bool Encrypted { get; init; } = true;

    /// <summary>Transmission power [dBm].</summary>
    [Unit("dBm", Minimum = -20, Maximum = 14)]
    [Figure(Mark.FromMemory, "868 MHz, ERP of at most 14 dBm (25 mW); meters with integrated antennas radiate 10 dBm")]
    public double TransmitPower { get; init; } = 10;

    /// <summary>Antenna gain of meter and collector together [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 20)]
    [Figure(Mark.Chosen, "0 on all sides, so that antennas decide no comparison")]
    public double AntennaGain { get; init; }

    /// <summary>Sensitivity of the collector [dBm].</summary>
    [Unit("dBm", Minimum = -130, Maximum = -60)]
    [Figure(Mark.FromMemory, "data sheets of receivers for modes T and C: -105 dBm; the standard's best class asks for -100 dBm")]
    public double Sensitivity { get; init; } = -105;

    /// <summary>By how much a frame has to exceed others, in energy [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 40)]
    [Figure(Mark.FromMemory, "co-channel rejection of frequency-shift keying: about 10 dB")]
    public double LeastRatio { get; init; } = 10;

    /// <summary>Frames that the collector follows at a time [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 64)]
    [Figure(Mark.Chosen, "one receiver")]
    public int Receivers { get; init; } = 1;

    /// <summary>Share of time that a meter may send [1].</summary>
    [Unit("1", Minimum = 0.00001, Maximum = 1)]
    [Figure(Mark.FromMemory, "ERC 70-03, 868.7 to 869.2 MHz: 0.1 %; 868.0 to 868.6 MHz: 1 %")]
    public double DutyCycle { get; init; } = 0.001;

    /// <summary>Supply voltage of the meter's radio [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 5)]
    [Figure(Mark.FromMemory, "a lithium cell: 3 V")]
    public double Voltage { get; init; } = 3;

    /// <summary>Current between frames [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 0.01)]
    [Figure(Mark.FromMemory, "data sheet CC1101: 0.2 uA asleep; a clock keeps 1 uA")]
    public double SleepCurrent { get; init; } = 1e-6;

    /// <summary>Current while sending [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 0.2)]
    [Figure(Mark.FromMemory, "data sheet CC1101, 868 MHz, 10 dBm: about 30 mA")]
    public double TransmitCurrent { get; init; } = 0.03;

    /// <summary>Current before each frame, while the radio wakes up [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 0.2)]
    [Figure(Mark.FromMemory, "data sheet CC1101: synthesiser 8 mA")]
    public double WakeUpCurrent { get; init; } = 0.008;

    /// <summary>Time for which the radio wakes up before each frame [s].</summary>
    [Unit("s", Minimum = 0.0001, Maximum = 0.1)]
    [Figure(Mark.FromMemory, "data sheet CC1101: crystal and calibration take about a millisecond")]
    public Duration WakeUpTime { get; init; } = 1.Milliseconds;

    /// <summary>Supply voltage of the collector's receiver [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 60)]
    [Figure(Mark.FromMemory, "3.3 V from mains")]
    public double ReceiverVoltage { get; init; } = 3.3;

    /// <summary>Current of the collector's receiver, all the time [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "data sheet CC1101: 16 mA receiving")]
    public double ReceiverCurrent { get; init; } = 0.016;

    /// <summary>Frames of the mode.</summary>
    internal WmBusFrame Frame => new(Mode);

    IReadOnlyList<Charge> IPriced.Charges =>
        [new("wm-bus-module", ChargeBasis.Device), new("wm-bus-receiver", ChargeBasis.Component, "wM-Bus receiver")];
}
