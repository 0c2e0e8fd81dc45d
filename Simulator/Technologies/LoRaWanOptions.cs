using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <see cref="LoRaWan"/> in any region.</summary>
public abstract record LoRaWanOptions : IPriced
{
    /// <summary>Regional parameters.</summary>
    public abstract RegionalPlan Plan { get; }

    /// <summary>The uplink channels in use, those of the narrowest bandwidth first.</summary>
    public abstract IReadOnlyList<LoRaChannel> UplinkChannels { get; }

    /// <summary>Whether transmitters keep the duty cycle of their sub-band.</summary>
    public abstract bool KeepsDutyCycle { get; }

    /// <summary>Spreading factor of all devices [1]; null for the least that the link budget of each allows.</summary>
    public abstract int? SpreadingFactor { get; init; }

    /// <summary>Greatest radiated power of the devices, isotropic [dBm].</summary>
    public abstract double TransmitPower { get; init; }

    /// <summary>Radiated power of the gateways, isotropic, where the sub-band allows it [dBm].</summary>
    public abstract double GatewayTransmitPower { get; init; }

    /// <summary>By how many data rates the first receive window is slower than the uplink, RX1DROffset [1].</summary>
    public abstract int FirstWindowOffset { get; init; }

    /// <summary>Data rate of the second receive window [1].</summary>
    public abstract int ReceiveWindow2DataRate { get; init; }

    /// <summary>Number of gateways [1]; null for the smallest that meets the site's delivery target.</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.Chosen, "dimensioned by rule, so that both sides of a comparison meet the same target")]
    public int? Gateways { get; init; }

    /// <summary>Where dimensioning stops [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "a target that needs more has another cause than coverage")]
    public int GatewayLimit { get; init; } = 100;

    /// <summary>How a device listens: only after its own frames, or always.</summary>
    [Figure(Mark.Chosen, "class A is what every device has")]
    public LoRaWanClass Class { get; init; }

    /// <summary>Whether uplinks are acknowledged, and sent again until they are.</summary>
    [Figure(Mark.Chosen, "unconfirmed: networks discourage acknowledgements, which keep gateways from listening")]
    public bool Confirmed { get; init; }

    /// <summary>How often an unconfirmed frame is sent, NbTrans [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 15)]
    [Figure(Mark.Confirmed, "LoRaMac-node: 1 unless the network asks for more; 1 to 15")]
    public int Transmissions { get; init; } = 1;

    /// <summary>How often a confirmed frame is sent at most [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 15)]
    [Figure(Mark.Confirmed, "LoRaWAN 1.0.2 and Casals et al. 2017: 8, that is 7 retransmissions")]
    public int ConfirmedTransmissions { get; init; } = 8;

    /// <summary>Least time from the second receive window to a retransmission, RETRANSMIT_TIMEOUT [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Confirmed, "LoRaWAN: 2 s with 1 s either way, drawn evenly")]
    public Duration RetransmitTimeoutMinimum { get; init; } = 1.Seconds;

    /// <summary>Greatest time from the second receive window to a retransmission, RETRANSMIT_TIMEOUT [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Confirmed, "LoRaWAN: 2 s with 1 s either way, drawn evenly")]
    public Duration RetransmitTimeoutMaximum { get; init; } = 3.Seconds;

    /// <summary>Whether every second retransmission of a confirmed frame is one data rate slower.</summary>
    [Figure(
        Mark.FromMemory,
        "recommended by LoRaWAN 1.0.2, 18.4; later versions leave the data rate to the back-off of adaptive data rate"
    )]
    public bool RetryStepDown { get; init; }

    /// <summary>Whether the network adapts data rate and power, and devices fall back when they hear nothing.</summary>
    [Figure(Mark.Chosen, "the link budget assigns the data rate, which is the same every time")]
    public bool Adr { get; init; }

    /// <summary>Uplinks that the network looks back on before it adapts [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 100)]
    [Figure(Mark.Confirmed, "Semtech's reference and The Things Network: 20")]
    public int AdrHistory { get; init; } = 20;

    /// <summary>By how much the signal is to exceed what the data rate needs [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 40)]
    [Figure(Mark.Confirmed, "Semtech's reference and ns-3: 10 dB; The Things Stack 3 takes 15 dB")]
    public double AdrMargin { get; init; } = 10;

    /// <summary>What the signals of several uplinks come to.</summary>
    [Figure(Mark.Confirmed, "Semtech's reference: the greatest; ns-3 takes the average")]
    public AdrCombining AdrOverUplinks { get; init; }

    /// <summary>What the signals of one uplink at several gateways come to.</summary>
    [Figure(Mark.Confirmed, "Semtech's reference: the greatest; ns-3 takes the average")]
    public AdrCombining AdrOverGateways { get; init; }

    /// <summary>Power below which the network does not ask a device to go [dBm].</summary>
    [Unit("dBm", Minimum = -20, Maximum = 30)]
    [Figure(Mark.Confirmed, "adr-component.cc of signetlabdei/lorawan: 2 to 14 dBm")]
    public double AdrLeastPower { get; init; } = 2;

    /// <summary>Uplinks without an answer after which a device asks for one, ADR_ACK_LIMIT [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 32768)]
    [Figure(Mark.Confirmed, "LoRaMac-node LoRaMacAdr.c and LoRaWAN 1.0.4: 64")]
    public int AdrAckLimit { get; init; } = 64;

    /// <summary>Further uplinks without an answer between the steps of the fall-back, ADR_ACK_DELAY [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 32768)]
    [Figure(Mark.Confirmed, "LoRaMac-node LoRaMacAdr.c and LoRaWAN 1.0.4: 32")]
    public int AdrAckDelay { get; init; } = 32;

    /// <summary>Whether devices have to join the network first.</summary>
    [Figure(Mark.Chosen, "a fleet in operation has joined long ago")]
    public LoRaWanActivation Activation { get; init; }

    /// <summary>Time over which devices are switched on, where they have to join [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 31536000)]
    [Figure(Mark.Chosen, "the fleet comes up within ten minutes, as after a black-out")]
    public Duration JoinSpread { get; init; } = 10.Minutes;

    /// <summary>Messages that the network server keeps for a device until they can be sent [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.Chosen, "as many as a device could fetch in a day of hourly reports")]
    public int DownlinkQueue { get; init; } = 24;

    /// <summary>How long the network server waits for copies from other gateways before it answers [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 0.9)]
    [Figure(Mark.FromMemory, "network servers collect copies for 0.2 s")]
    public Duration CopyWindow { get; init; } = 200.Milliseconds;

    /// <summary>Whether the network server answers in the second window first where devices hear that better.</summary>
    [Figure(Mark.FromMemory, "ChirpStack, rx2_prefer_on_link_budget: off; ns-3's LoRaWAN module always tries the first window first")]
    public bool PreferBetterWindow { get; init; }

    /// <summary>Noise figure of the gateways [dB]: their sensitivities, and the signal-to-noise ratios that adaptive data rate works on.</summary>
    [Unit("dB", Minimum = 0, Maximum = 30)]
    [Figure(Mark.Confirmed, "6 dB in signetlabdei/lorawan")]
    public double GatewayNoiseFigure { get; init; } = 6;

    /// <summary>Height of the gateways' antennas above ground [m].</summary>
    [Unit("m", Minimum = 1, Maximum = 500)]
    [Figure(Mark.Confirmed, "examples of signetlabdei/lorawan: z = 15 m")]
    public double GatewayHeight { get; init; } = 15;

    /// <summary>Antenna gain of the gateways less their cable loss [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 20)]
    [Figure(
        Mark.Chosen,
        "0 as in signetlabdei/lorawan, and at the stations of every technology in unlicensed bands: omnidirectional antennas have 2 to 6 dBi, cables take a part"
    )]
    public double GatewayAntennaGain { get; init; }

    /// <summary>By how much the power must exceed the sensitivity for a spreading factor to be taken [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 40)]
    [Figure(Mark.Confirmed, "signetlabdei/lorawan uses none")]
    public double SpreadingFactorMargin { get; init; }

    /// <summary>Whose sensitivities the devices have; the spreading factor follows from them, and from those of the gateways where these are higher.</summary>
    [Figure(Mark.Confirmed, "SX1272 data sheet table 10, the end-device values of signetlabdei/lorawan")]
    public LoRaReceiverChip DeviceReceiver { get; init; } = LoRaReceiverChip.Sx1272;

    /// <summary>Whose sensitivities the gateways have; null for thermal noise, <see cref="GatewayNoiseFigure"/> and the least signal-to-noise ratio of the spreading factor.</summary>
    [Figure(
        Mark.Derived,
        "-174 dBm/Hz + 10 log B + 6 dB + floor of the SX1276 data sheet, table 13: -137 dBm at SF12; the -142.5 dBm of signetlabdei/lorawan's gateway would take a noise figure of 0.5 dB"
    )]
    public LoRaReceiverChip? GatewayReceiver { get; init; }

    /// <summary>Which frames survive interference.</summary>
    [Figure(
        Mark.Confirmed,
        "Goursaud and Gorce 2015, lora-interference-helper.cc of signetlabdei/lorawan; also the rules of LoRaSim and of Croce et al. 2018"
    )]
    public LoRaRejectionRule Rejection { get; init; } = LoRaRejectionRule.Goursaud;

    /// <summary>Frames that a gateway follows at a time [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Confirmed, "SX1301: 8 paths shared by all channels and spreading factors (signetlabdei/lorawan, LoRaSim)")]
    public int Demodulators { get; init; } = 8;

    /// <summary>Whether a demodulator that has found a preamble turns to no other frame of its channel and spreading factor until the end.</summary>
    [Figure(Mark.Chosen, "LoRaSim and signetlabdei/lorawan let the stronger frame win whichever came first")]
    public bool PreambleLocking { get; init; }

    /// <summary>Messages that a device keeps while it may not send [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 1000)]
    [Figure(Mark.Chosen, "a stack holds one frame")]
    public int Queue { get; init; } = 1;

    /// <summary>Share of time that frames of other networks occupy each channel at each gateway [1].</summary>
    /// <remarks>
    /// Frames of 23 octets, spreading factors alike likely. From memory, Lauridsen et al. 2017 found energy above −105 dBm in 22 to 33 % of
    /// samples at 868 MHz in a business park: any energy at street level, not LoRa frames at a gateway, so it is no default.
    /// </remarks>
    [Unit("1", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Chosen, "one foreign device at the 1 % duty cycle on each channel")]
    public double ForeignLoad { get; init; } = 0.01;

    /// <summary>Least power of foreign frames at a gateway [dBm]; they are uniform in dB.</summary>
    [Unit("dBm", Minimum = -150, Maximum = 0)]
    [Figure(Mark.Chosen, "below the sensitivity at SF7 by the 6 dB of capture: weaker ones harm little")]
    public double ForeignPowerLow { get; init; } = -130;

    /// <summary>Greatest power of foreign frames at a gateway [dBm].</summary>
    [Unit("dBm", Minimum = -150, Maximum = 0)]
    [Figure(Mark.FromMemory, "Lauridsen et al. 2017: interference measured up to about -105 dBm")]
    public double ForeignPowerHigh { get; init; } = -105;

    /// <summary>Supply voltage of the radio [V].</summary>
    [Unit("V", Minimum = 1.8, Maximum = 3.7)]
    [Figure(Mark.Confirmed, "3.3 V as in FLoRa and signetlabdei/lorawan")]
    public double Voltage { get; init; } = 3.3;

    /// <summary>Gain of the devices' antennas [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 10)]
    [Figure(Mark.Chosen, "a small antenna: 15 dBm of the transmitter make 16 dBm of radiated power")]
    public double AntennaGain { get; init; } = 1;

    /// <summary>Current while transmitting, by the power of the transmitter: what is radiated less <see cref="AntennaGain"/> [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Confirmed, "SX1276 data sheet: +7 and +13 dBm on RFO, +17 and +20 dBm on PA_BOOST")]
    public PowerCurve TransmitCurrents { get; init; } = new((7, 0.020), (13, 0.029), (17, 0.087), (20, 0.120));

    /// <summary>Current while a receive window is open [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Confirmed, "SX1276 data sheet: 11.5 mA in band 1 with LnaBoost")]
    public double ReceiveCurrent { get; init; } = 0.0115;

    /// <summary>Current between the end of a frame and its receive windows [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "SX1276 data sheet: 1.5 uA idle with the RC oscillator running; stacks do not keep the radio in standby")]
    public double WaitCurrent { get; init; } = 1.5e-6;

    /// <summary>Current otherwise [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "SX1276 data sheet: 0.2 uA in sleep mode")]
    public double SleepCurrent { get; init; } = 0.2e-6;

    /// <summary>Time that the device is awake for a frame besides: waking up, preparing, going to sleep [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Chosen, "none: this is the radio alone, the device adds its own")]
    public Duration OverheadTime { get; init; }

    /// <summary>Current during <see cref="OverheadTime"/> [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Chosen, "none: this is the radio alone, the device adds its own")]
    public double OverheadCurrent { get; init; }

    /// <summary>Symbols after which the first receive window closes if nothing is heard [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 30)]
    [Figure(Mark.FromMemory, "stacks wait 5 to 8 symbols")]
    public int ReceiveWindow1Symbols { get; init; } = 8;

    /// <summary>Symbols after which the second receive window closes if nothing is heard [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 30)]
    [Figure(Mark.FromMemory, "stacks wait 5 to 8 symbols")]
    public int ReceiveWindow2Symbols { get; init; } = 8;

    /// <summary>Fixed part of the one-way delay of a gateway's access line [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Chosen, "half of the round trip of a DSL line, 12 ms + lognormal of median 12 ms")]
    public Duration AccessMinimum { get; init; } = 6.Milliseconds;

    /// <summary>Median of the lognormal part of the one-way delay of a gateway's access line [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Chosen, "half of the round trip of a DSL line, 12 ms + lognormal of median 12 ms")]
    public Duration AccessMedian { get; init; } = 6.Milliseconds;

    /// <summary>Standard deviation of the natural logarithm of the lognormal part [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 3)]
    [Figure(Mark.Chosen, "lognormal of sigma 0.5")]
    public double AccessSigma { get; init; } = 0.5;

    /// <summary>Fixed part of the one-way delay from the access line to the network server [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Derived, "half of a round trip of 14 ms within a region: Azure region pairs July 2026, 8 to 20 ms")]
    public Duration PathDelay { get; init; } = 7.Milliseconds;

    /// <summary>Mean of the gamma-distributed (shape 2) part of that delay [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Chosen, "0.035 of the round trip of 14 ms")]
    public Duration PathJitter { get; init; } = 0.49.Milliseconds;

    /// <summary>Share of frames lost between a gateway and the network server [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Chosen, "packet forwarders over TCP lose none")]
    public double BackhaulLoss { get; init; }

    /// <summary>Supply voltage of a gateway [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 60)]
    [Figure(Mark.FromMemory, "outdoor gateways take 12 V, or 48 V over Ethernet")]
    public double GatewayVoltage { get; init; } = 12;

    /// <summary>Current that a gateway draws all the time [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 10)]
    [Figure(
        Mark.Derived,
        "5 W, the figure of the Greenpalm gateway's data sheet (Raspberry Pi 4 with an eight-channel concentrator), at 12 V"
    )]
    public double GatewayCurrent { get; init; } = 0.42;

    /// <summary>Supply voltage of the terminal of a gateway's access line [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 60)]
    [Figure(Mark.FromMemory, "the usual plug-in supply of home gateways")]
    public double BackhaulVoltage { get; init; } = 12;

    /// <summary>Current that the terminal of a gateway's access line draws all the time [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 10)]
    [Figure(Mark.FromMemory, "as of dsl, whose delay it has: home gateways with VDSL2 draw 5 to 10 W")]
    public double BackhaulCurrent { get; init; } = 0.6;

    /// <summary>Least power at which gateways receive a data rate [dBm].</summary>
    internal double GatewaySensitivity(LoRaDataRate rate) =>
        GatewayReceiver is { } chip
            ? LoRaSensitivity.Of(chip, rate.SpreadingFactor, rate.Bandwidth)
            : LoRaSensitivity.FromNoise(rate.SpreadingFactor, rate.Bandwidth, GatewayNoiseFigure);

    /// <summary>Least power at which devices receive a data rate [dBm].</summary>
    internal double DeviceSensitivity(LoRaDataRate rate) => LoRaSensitivity.Of(DeviceReceiver, rate.SpreadingFactor, rate.Bandwidth);

    IReadOnlyList<Charge> IPriced.Charges =>
        [
            new("lorawan-module", ChargeBasis.Device),
            new("lorawan-gateway", ChargeBasis.Component, "gateway"),
            new("gateway-installation", ChargeBasis.Component, "gateway"),
            new("gateway-maintenance", ChargeBasis.Component, "gateway"),
            new("gateway-line", ChargeBasis.Component, "gateway backhaul"),
        ];
}
