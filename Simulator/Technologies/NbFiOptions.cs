using System.Globalization;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <see cref="NbFi"/>; the defaults are the preset: those of the vendor's stack in a European band.</summary>
public sealed record NbFiOptions : StationOptions, IPriced
{
    /// <summary>When devices listen.</summary>
    [Figure(Mark.Confirmed, "default settings of waviot/NBFi_WA1470: DRX; CRX in those for mains-powered devices")]
    public NbFiMode Mode { get; init; } = NbFiMode.Drx;

    /// <summary>Whether uplinks are acknowledged and repeated; devices that never listen send without.</summary>
    [Figure(Mark.Confirmed, "default settings of waviot/NBFi_WA1470: HANDSHAKE_SIMPLE")]
    public bool Acknowledged { get; init; } = true;

    /// <summary>Messages of one frame that share an acknowledgement [1]; those of several frames have one of their own.</summary>
    [Unit("1", Minimum = 1, Maximum = NbFiProtocol.GreatestGroup)]
    [Figure(Mark.Confirmed, "default settings of waviot/NBFi_WA1470: MACK_1; it has 1, 2, 4, 8, 16 and 32")]
    public int AcknowledgementWindow { get; init; } = 1;

    /// <summary>How often a frame is sent again at low rates [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 15)]
    [Figure(Mark.Confirmed, "waviot/NBFi_WA1470: number of retries 0x82, lower half")]
    public int Retries { get; init; } = 2;

    /// <summary>How often more where uplinks have 400 bit/s and downlinks 3200 bit/s or more [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 15)]
    [Figure(Mark.Confirmed, "waviot/NBFi_WA1470: number of retries 0x82, upper half")]
    public int FastRetries { get; init; } = 8;

    /// <summary>Whether frames without acknowledgement are sent twice, on either side of the band's middle.</summary>
    [Figure(Mark.Confirmed, "waviot/NBFi_WA1470: NBFI_FLG_SEND_ALOHA, off")]
    public bool SendTwice { get; init; }

    /// <summary>Bit rate of uplinks at first, and where the retries were in vain; always, where rates do not adapt.</summary>
    [Figure(Mark.Confirmed, "default settings of waviot/NBFi_WA1470: UL_DBPSK_50_PROT_E")]
    public NbFiRate UplinkRate { get; init; } = NbFiRate.Bps50;

    /// <summary>Bit rate of downlinks at first.</summary>
    [Figure(Mark.Confirmed, "default settings of waviot/NBFi_WA1470: DL_DBPSK_50_PROT_D; 400 bit/s in others")]
    public NbFiRate DownlinkRate { get; init; } = NbFiRate.Bps50;

    /// <summary>Whether rates and the devices' power follow the acknowledgements.</summary>
    [Figure(Mark.Confirmed, "waviot/NBFi_WA1470: unless NBFI_FLG_FIXED_BAUD_RATE; only with acknowledgements")]
    public bool RateAdaptation { get; init; } = true;

    /// <summary>Whether rates and power begin where the adaptation settles without fading, as those of a fleet that has been sending for days.</summary>
    [Figure(Mark.Chosen, "from 50 bit/s a device takes about eight acknowledged messages, a third of a day for an hourly meter, to settle")]
    public bool AdaptedAtStart { get; init; } = true;

    /// <summary>Where uplinks and downlinks stand.</summary>
    [Figure(
        Mark.Chosen,
        "the stack's band in Europe's sub-bands with 1 and 10 % duty cycle; its default is uplink 868.8, downlink 864 MHz"
    )]
    public NbFiBand Band { get; init; } = NbFiBand.Ul868100Dl869550;

    /// <summary>Code of the width of the uplink band [1]: 6400 Hz times two to this power.</summary>
    [Unit("1", Minimum = 0, Maximum = NbFiBandPlan.GreatestUplinkWidthCode)]
    [Figure(Mark.Confirmed, "waviot/NBFi_WA1470: frequency plan of 51.2 kHz")]
    public int UplinkWidthCode { get; init; } = 3;

    /// <summary>Whose duty cycle devices and stations keep.</summary>
    [Figure(Mark.Chosen, "Europe as the band; the sub-bands of Russia are from memory")]
    public NbFiRegulation Regulation { get; init; } = NbFiRegulation.Europe;

    /// <summary>Greatest radiated power of the devices, isotropic [dBm].</summary>
    [Unit("dBm", Minimum = 0, Maximum = 22)]
    [Figure(Mark.Confirmed, "waviot/NBFi_WA1470: NBFI_DEFAULT_RF_MAX_POWER 15; 16.15 dBm EIRP in Europe")]
    public double TransmitPower { get; init; } = 15;

    /// <summary>Least radiated power of the devices [dBm].</summary>
    [Unit("dBm", Minimum = -20, Maximum = 22)]
    [Figure(Mark.Confirmed, "waviot/NBFi_WA1470: NBFI_DEFAULT_RF_MIN_POWER 0")]
    public double LeastPower { get; init; }

    /// <summary>Sensitivity of the stations at 50 bit/s [dBm]; 9, 18 and 27 dB less at the other rates.</summary>
    [Unit("dBm", Minimum = -170, Maximum = -80)]
    [Figure(Mark.Confirmed, "vendor's pages: -148 dBm at 50 bit/s, at most -150")]
    public double StationSensitivity { get; init; } = -148;

    /// <summary>Sensitivity of the devices at 50 bit/s [dBm]; 9, 18 and 30 dB less at the other rates.</summary>
    [Unit("dBm", Minimum = -170, Maximum = -80)]
    [Figure(Mark.Chosen, "as the stations': the vendor's figure is not told apart by end")]
    public double DeviceSensitivity { get; init; } = -148;

    /// <summary>Noise against which both ends report signals, at 50 bit/s [dBm].</summary>
    [Unit("dBm", Minimum = -170, Maximum = -80)]
    [Figure(Mark.Confirmed, "waviot/NBFi_WA1470: the stack takes -150 dBm until it has measured")]
    public double NoiseLevel { get; init; } = -150;

    /// <summary>Least ratio of a frame's energy to that of others within its bandwidth [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 200)]
    [Figure(Mark.FromMemory, "8 to 10 dB for differential BPSK, as of sigfox-rc1; the code of rate 1/2 is not counted on")]
    public double LeastRatio { get; init; } = 8;

    /// <summary>Radiated power of the stations, isotropic [dBm].</summary>
    [Unit("dBm", Minimum = 0, Maximum = 36)]
    [Figure(Mark.Chosen, "27 dBm, near the limit of 29.15 dBm EIRP at 869.4 to 869.65 MHz (ETSI EN 300 220-2)")]
    public double StationPower { get; init; } = 27;

    /// <summary>Whether stations hear uplinks while they send.</summary>
    [Figure(Mark.Chosen, "one antenna without a duplexer for bands that are 1.5 MHz apart")]
    public bool FullDuplex { get; init; }

    /// <summary>Time between two frames of a device, at least [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Confirmed, "waviot/NBFi_WA1470: the next one is begun after 1 ms")]
    public Duration FrameGap { get; init; } = 1.Milliseconds;

    /// <summary>How long a device in mode DRX listens on after a downlink [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 600)]
    [Figure(Mark.Confirmed, "waviot/NBFi_WA1470: WAITALITTLEBIT 3000 ms")]
    public Duration ListenAfterDownlink { get; init; } = 3.Seconds;

    /// <summary>Frames that a device keeps [1].</summary>
    [Unit("1", Minimum = NbFiProtocol.GreatestGroup, Maximum = 1000)]
    [Figure(Mark.Confirmed, "waviot/NBFi_WA1470: NBFI_TX_PKTBUF_SIZE 64")]
    public int Buffer { get; init; } = 64;

    /// <summary>Messages that the network server keeps for a device until it listens [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "commands are few; an old one is seldom wanted")]
    public int DownlinkQueue { get; init; } = 8;

    /// <summary>Supply voltage of the radio [V].</summary>
    [Unit("V", Minimum = 1.8, Maximum = 3.7)]
    [Figure(Mark.Confirmed, "the currents of waviot/NBFi_WA1470 are at 3.3 V nominal")]
    public double Voltage { get; init; } = 3.3;

    /// <summary>Current while transmitting [A], whatever the power.</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Confirmed, "waviot/NBFi_WA1470: 50 mA; currents at lower powers are not published")]
    public double TransmitCurrent { get; init; } = 0.05;

    /// <summary>Current while listening [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Confirmed, "waviot/NBFi_WA1470: 26 mA")]
    public double ReceiveCurrent { get; init; } = 0.026;

    /// <summary>Current otherwise [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "transceivers of this kind sleep at 1.5 to 2 uA")]
    public double SleepCurrent { get; init; } = 2e-6;

    /// <inheritdoc/>
    private protected override string? Contradiction =>
        LeastPower > TransmitPower
            ? string.Create(CultureInfo.InvariantCulture, $"least-power is {LeastPower} dBm, above transmit-power, {TransmitPower} dBm.")
            : Forbids(NbFiBandPlan.Uplink(Band)) ?? Forbids(NbFiBandPlan.Downlink(Band)) ?? base.Contradiction;

    private string? Forbids(Frequency frequency) =>
        NbFiBandPlan.Permits(frequency, Regulation)
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"regulation {Regulation} has no sub-band at {frequency.Hertz / 1e6} MHz, which the band uses; choose another band or regulation."
            );

    IReadOnlyList<Charge> IPriced.Charges =>
        [
            new("nb-fi-module", ChargeBasis.Device),
            new("nb-fi-station", ChargeBasis.Component, "base station"),
            new("gateway-installation", ChargeBasis.Component, "base station"),
            new("gateway-maintenance", ChargeBasis.Component, "base station"),
            new("gateway-line", ChargeBasis.Component, "base station backhaul"),
        ];
}
