using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of Sigfox in every region; what the rules of a region decide is left to its preset.</summary>
/// <remarks>Currents are those of the radio alone; the device adds its own. Figures of a whole board are those of a module, such as <c>mkrfox1200</c>.</remarks>
public abstract record SigfoxOptions : StationOptions, IPriced
{
    /// <summary>Middle of the band of uplinks [Hz].</summary>
    public abstract Frequency UplinkCentre { get; init; }

    /// <summary>Bit rate of uplinks [bit/s].</summary>
    public abstract BitRate Rate { get; init; }

    /// <summary>Bandwidth that an uplink occupies: frames whose carriers are nearer than this collide [Hz].</summary>
    public abstract Frequency Bandwidth { get; init; }

    /// <summary>Radiated power of the devices, isotropic [dBm].</summary>
    public abstract double TransmitPower { get; init; }

    /// <summary>Current while transmitting [A].</summary>
    public abstract double TransmitCurrent { get; init; }

    /// <summary>Share of time that a device may transmit [1]; 1 without such a rule.</summary>
    public abstract double DutyCycle { get; init; }

    /// <summary>Share of time that a station may transmit [1]; 1 without such a rule.</summary>
    public abstract double StationDutyCycle { get; init; }

    /// <summary>Longest stay on one frequency [s]; nothing without such a rule.</summary>
    public abstract Duration? DwellTime { get; init; }

    /// <summary>Parts of the band among which a device hops [1]; 1 where it may stay.</summary>
    public abstract int MicroChannels { get; init; }

    /// <summary>How long a device leaves a part of the band alone after it has sent there [s].</summary>
    public abstract Duration MicroChannelRest { get; init; }

    /// <summary>Width of the band in which the carriers of uplinks lie [Hz].</summary>
    [Unit("Hz", Minimum = 60_000, Maximum = 10_000_000)]
    [Figure(Mark.Confirmed, "Sigfox connected objects radio specification: macro-channel of 192 kHz, a frame's centre uniform in it")]
    public Frequency MacroChannelWidth { get; init; } = 192.Kilohertz;

    /// <summary>Frames of a message, each on a frequency of its own [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 3)]
    [Figure(Mark.Confirmed, "sigfox-ep-lib: 1 to 3, normally 3")]
    public int Repetitions { get; init; } = 3;

    /// <summary>Least distance of the carriers of a message's frames [Hz].</summary>
    [Unit("Hz", Minimum = 0, Maximum = 10_000)]
    [Figure(Mark.Confirmed, "sigfox-ep-lib: 6 kHz")]
    public Frequency FrameDistance { get; init; } = 6.Kilohertz;

    /// <summary>From the end of a frame to the beginning of the next of the message [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 2)]
    [Figure(Mark.Confirmed, "sigfox-ep-lib: 500 ms; at most 2 s")]
    public Duration FrameGap { get; init; } = 500.Milliseconds;

    /// <summary>Least ratio of a frame's energy to that of noise or of others within its bandwidth [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 40)]
    [Figure(Mark.FromMemory, "8 to 10 dB for differential BPSK")]
    public double LeastRatio { get; init; } = 8;

    /// <summary>Noise figure of the stations [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 20)]
    [Figure(
        Mark.Chosen,
        "6 dB, as of the gateways of lorawan-eu868: with the least ratio -140 dBm at 100 bit/s; the operator's -142 dBm (from memory) take 4 dB"
    )]
    public double NoiseFigure { get; init; } = 6;

    /// <summary>Least power that a station receives [dBm]; nothing for noise within the bandwidth and the least ratio above it.</summary>
    /// <remarks>At 100 bit/s DEIS-Tools/ns3-sigfox has −124 dBm, and the link budget of Gomez et al. 2019 (132 + 14.5 dB) −132 dBm.</remarks>
    [Unit("dBm", Minimum = -180, Maximum = 0)]
    [Figure(Mark.Derived, "thermal noise + noise figure + least ratio")]
    public double? StationSensitivity { get; init; }

    /// <summary>Messages that a device may send a day [1]; nothing without a limit.</summary>
    [Unit("1", Minimum = 0, Maximum = 100_000)]
    [Figure(Mark.Confirmed, "operator's contract: 140 uplink messages a day")]
    public int? UplinksPerDay { get; init; } = 140;

    /// <summary>Messages that a device may ask for a day [1]; nothing without a limit.</summary>
    [Unit("1", Minimum = 0, Maximum = 100_000)]
    [Figure(Mark.Confirmed, "operator's contract: 4 downlink messages a day")]
    public int? DownlinksPerDay { get; init; } = 4;

    /// <summary>Messages that a device keeps while it may not send [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 1000)]
    [Figure(Mark.Chosen, "a stack holds one frame")]
    public int Queue { get; init; } = 1;

    /// <summary>Messages for a device that the network server keeps until it asks [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 1000)]
    [Figure(Mark.Chosen, "as many as the contract lets it fetch a day")]
    public int DownlinkQueue { get; init; } = 4;

    /// <summary>How often a device asks whether there is a message for it, where a job sends messages to devices [s].</summary>
    /// <remarks>It asks with the first report that is due then; one that has not reported since it last asked sends a message of one bit to ask.</remarks>
    [Unit("s", Minimum = 60)]
    [Figure(Mark.Derived, "the contract's four downlinks a day, evenly spread")]
    public Duration AskInterval { get; init; } = 6.Hours;

    /// <summary>From the end of the first frame of a message that asks to the receive window [s].</summary>
    [Unit("s", Minimum = 10, Maximum = 60)]
    [Figure(Mark.Confirmed, "Sigfox connected objects radio specification: T_W = 20 s")]
    public Duration DownlinkWait { get; init; } = 20.Seconds;

    /// <summary>Greatest length of the receive window [s].</summary>
    [Unit("s", Minimum = 1, Maximum = 60)]
    [Figure(Mark.Confirmed, "Sigfox connected objects radio specification: 25 s; 19 s in RC5 and 33.5 s in RC3")]
    public Duration DownlinkWindow { get; init; } = 25.Seconds;

    /// <summary>Bit rate of downlinks [bit/s].</summary>
    [Unit("bit/s", Minimum = 100, Maximum = 10_000)]
    [Figure(Mark.Confirmed, "Sigfox connected objects radio specification: GFSK at 600 bit/s")]
    public BitRate DownlinkRate { get; init; } = new(600);

    /// <summary>Radiated power of the stations, isotropic [dBm].</summary>
    [Unit("dBm", Minimum = 0, Maximum = 40)]
    [Figure(Mark.Confirmed, "Gomez et al., Sensors 19(3) 681, 2019: link budget of the downlink of 126 + 23 dB")]
    public double StationPower { get; init; } = 23;

    /// <summary>Least power that a device receives [dBm].</summary>
    [Unit("dBm", Minimum = -160, Maximum = 0)]
    [Figure(Mark.Confirmed, "-126 dBm at 10 % errors, in the link budget of Gomez et al. 2019")]
    public double DeviceSensitivity { get; init; } = -126;

    /// <summary>From the end of a downlink to the frame that confirms it [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 4)]
    [Figure(Mark.Confirmed, "Gomez et al. 2019, measured: 1430 ms; the specification allows 1.4 to 4 s")]
    public Duration ConfirmationDelay { get; init; } = 1430.Milliseconds;

    /// <summary>Supply voltage of the radio [V].</summary>
    [Unit("V", Minimum = 1.8, Maximum = 5)]
    [Figure(Mark.Chosen, "3.3 V, at which boards run it; the ATA8520E bears 1.9 to 3.6 V")]
    public double Voltage { get; init; } = 3.3;

    /// <summary>Time to wake up before the first frame [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(
        Mark.Confirmed,
        "ATA8520E data sheet: from off to idle 10 ms in Europe, 30 ms in the USA; a board that starts itself takes longer (287 ms, Gomez et al. 2019)"
    )]
    public Duration WakeUpTime { get; init; } = 10.Milliseconds;

    /// <summary>Current while waking up [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "as idle: ATA8520E data sheet, 50 uA")]
    public double WakeUpCurrent { get; init; } = 50e-6;

    /// <summary>Current between frames, before a confirmation and while switching off [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "ATA8520E data sheet: 50 uA idle")]
    public double GapCurrent { get; init; } = 50e-6;

    /// <summary>Time to switch off at the end [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Confirmed, "Gomez et al. 2019: 5 ms")]
    public Duration SwitchOffTime { get; init; } = 5.Milliseconds;

    /// <summary>Current between the frames and the receive window [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "ATA8520E data sheet: 50 uA idle")]
    public double WaitCurrent { get; init; } = 50e-6;

    /// <summary>Current while the receive window is open [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Confirmed, "ATA8520E data sheet: 10.4 mA in Europe, 10.5 mA in the USA; a whole board takes 18.5 mA, Gomez et al. 2019")]
    public double ReceiveCurrent { get; init; } = 0.0104;

    /// <summary>Current otherwise, switched off [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Confirmed, "ATA8520E data sheet: 5 nA off, typically")]
    public double SleepCurrent { get; init; } = 5e-9;

    /// <summary>Least power that a station receives [dBm].</summary>
    internal double Sensitivity => StationSensitivity ?? ThermalNoise.Power(Bandwidth, NoiseFigure) + LeastRatio;

    /// <inheritdoc/>
    /// <remarks>A message that asks takes a micro-channel for its confirmation as well.</remarks>
    private protected override string? Contradiction =>
        MicroChannels > 1 && MicroChannels <= Repetitions
            ? $"{MicroChannels} micro-channels do not suffice to hop with {Repetitions} frames and a confirmation."
            : base.Contradiction;

    /// <summary>Lower edge of the band.</summary>
    internal Frequency Low => new(UplinkCentre.Hertz - MacroChannelWidth.Hertz / 2);

    /// <summary>Time on air of a frame with so many octets of content.</summary>
    internal Duration Airtime(int payload) => SigfoxFrame.UplinkAirtime(payload, Rate);

    IReadOnlyList<Charge> IPriced.Charges => [new("sigfox-module", ChargeBasis.Device), new("sigfox-subscription", ChargeBasis.Device)];

    IReadOnlyList<Unbilled> IPriced.Unbilled =>
        [
            new("base station", "part of an operator's network, which subscriptions pay for"),
            new("base station backhaul", "part of an operator's network, which subscriptions pay for"),
            new("network-server", "part of an operator's network, which subscriptions pay for"),
        ];
}
