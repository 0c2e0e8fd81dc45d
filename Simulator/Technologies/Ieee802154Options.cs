using M2mVsIoTSim.Media.LrWpan;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>ieee-802154</c>.</summary>
public sealed record Ieee802154Options : IPriced
{
    /// <summary>Number of border routers [1]; nothing for the smallest that meets the site's delivery target.</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.Chosen, "dimensioned by rule, so that both sides of a comparison meet the same target")]
    public int? BorderRouters { get; init; }

    /// <summary>Where dimensioning stops [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "a target that needs more has another cause than coverage")]
    public int BorderRouterLimit { get; init; } = 100;

    /// <summary>Height of the border routers' antennas above ground [m].</summary>
    [Unit("m", Minimum = 1, Maximum = 500)]
    [Figure(Mark.Chosen, "on a lamp post or under the eaves")]
    public double BorderRouterHeight { get; init; } = 6;

    /// <summary>Antenna gain of the border routers less their cable loss [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 20)]
    [Figure(Mark.Chosen, "0 on all sides, so that antennas decide no comparison")]
    public double BorderRouterAntennaGain { get; init; }

    /// <summary>Which devices pass on what others send.</summary>
    [Figure(Mark.Chosen, "routers have to listen all the time, which a battery cannot feed")]
    public RelayDuty Relays { get; init; } = RelayDuty.Mains;

    /// <summary>By how much a link has to exceed the sensitivity before anybody sends over it [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 40)]
    [Figure(Mark.FromMemory, "Thread takes links of less than 10 dB for its worst class")]
    public double LinkMargin { get; init; } = 10;

    /// <summary>Share of a channel's exchanges, each as long as one sender alone needs, for which a border router is planned at most [1].</summary>
    [Unit("1", Minimum = 0.01, Maximum = 1)]
    [Figure(Mark.Derived, "ns-3: with 30 devices that acknowledge, 3 % are lost at 0.7 and 0.5 % of ten devices at 0.5")]
    public double ChannelUse { get; init; } = 0.5;

    /// <summary>Channels that border routers take in turn [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 16)]
    [Figure(Mark.Confirmed, "IEEE 802.15.4-2006: channels 11 to 26 at 2.4 GHz")]
    public int Channels { get; init; } = 16;

    /// <summary>Carrier frequency [MHz].</summary>
    [Unit("MHz", Minimum = 2400e6, Maximum = 2484e6)]
    [Figure(Mark.Derived, "the middle of channels 11 to 26, 2405 to 2480 MHz")]
    public Frequency Carrier { get; init; } = 2442.5.Megahertz;

    /// <summary>Transmission power of devices and border routers [dBm].</summary>
    [Unit("dBm", Minimum = -40, Maximum = 20)]
    [Figure(Mark.FromMemory, "nRF52840 data sheet: 0 dBm is what its currents are stated for")]
    public double TransmitPower { get; init; }

    /// <summary>Antenna gain of the devices [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 10)]
    [Figure(Mark.Chosen, "0 on all sides, so that antennas decide no comparison")]
    public double DeviceAntennaGain { get; init; }

    /// <summary>Sensitivity of all receivers [dBm]: 1 % of frames with 20 octets fail there.</summary>
    [Unit("dBm", Minimum = -120, Maximum = -60)]
    [Figure(Mark.FromMemory, "nRF52840 data sheet: -100 dBm; IEEE 802.15.4-2006 asks for -85 dBm")]
    public double Sensitivity { get; init; } = -100;

    /// <summary>By how much the energy on the channel exceeds the sensitivity where the channel counts as busy [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 40)]
    [Figure(Mark.Confirmed, "IEEE 802.15.4-2006, clause 6.9.9: at most 10 dB above the sensitivity; as ns-3")]
    public double BusyMargin { get; init; } = 10;

    /// <summary>macMinBE: the first backoff is below 2 to this power [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 8)]
    [Figure(Mark.Confirmed, "IEEE 802.15.4-2006, as ns-3 lr-wpan")]
    public int MinimumBackoffExponent { get; init; } = 3;

    /// <summary>macMaxBE [1].</summary>
    [Unit("1", Minimum = 3, Maximum = 8)]
    [Figure(Mark.Confirmed, "IEEE 802.15.4-2006, as ns-3 lr-wpan")]
    public int MaximumBackoffExponent { get; init; } = 5;

    /// <summary>macMaxCSMABackoffs [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Confirmed, "IEEE 802.15.4-2006, as ns-3 lr-wpan; Contiki-NG 5")]
    public int Backoffs { get; init; } = 4;

    /// <summary>Whether frames are acknowledged.</summary>
    [Figure(Mark.Chosen, "6LoWPAN stacks ask for it on all unicast frames")]
    public bool Acknowledged { get; init; } = true;

    /// <summary>macMaxFrameRetries [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 15)]
    [Figure(Mark.Confirmed, "IEEE 802.15.4-2006, as ns-3 lr-wpan; Contiki-NG 7")]
    public int Retries { get; init; } = 3;

    /// <summary>Frames that wait at a radio, or at a parent for a child that sleeps [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.Chosen, "4 kB of memory")]
    public int Queue { get; init; } = 30;

    /// <summary>Whether frames are encrypted and carry an integrity code of 4 octets.</summary>
    [Figure(Mark.FromMemory, "Thread: always, security level 5")]
    public bool Security { get; init; } = true;

    /// <summary>Longest IPv6 packet that is carried [B].</summary>
    [Unit("B", Minimum = 128, Maximum = 2047)]
    [Figure(Mark.Confirmed, "RFC 4944, section 4: 1280; eleven bits tell the size of a fragmented datagram")]
    public int MaximumPacket { get; init; } = 1280;

    /// <summary>Whether routers know the prefix of the far end as a context, so that its address takes 8 octets instead of 16.</summary>
    [Figure(Mark.Chosen, "border routers spread contexts (RFC 6775) and stacks have few of them; the server is what everybody talks to")]
    public bool FarContext { get; init; } = true;

    /// <summary>Datagrams that a radio puts together at a time [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "Contiki-NG has 2 on small devices")]
    public int Reassemblies { get; init; } = 8;

    /// <summary>After which an incomplete datagram is given up [s].</summary>
    [Unit("s", Minimum = 0.1, Maximum = 60)]
    [Figure(Mark.FromMemory, "RFC 4944, section 5.3: at most 60 s; Contiki-NG 8 s")]
    public Duration ReassemblyTimeout { get; init; } = 8.Seconds;

    /// <summary>Time between two polls of a sleeping device [s]; it polls where packets come down at all.</summary>
    [Unit("s", Minimum = 0.01, Maximum = 3600)]
    [Figure(Mark.Chosen, "Thread's sleepy devices: 0.5 to 240 s; below the time for which parents keep packets")]
    public Duration PollInterval { get; init; } = 5.Seconds;

    /// <summary>Time between two polls while a device expects an answer [s].</summary>
    [Unit("s", Minimum = 0.01, Maximum = 60)]
    [Figure(Mark.FromMemory, "OpenThread, kFastPollPeriod: 188 ms")]
    public Duration FastPollInterval { get; init; } = 188.Milliseconds;

    /// <summary>Polls after each packet that a sleeping device has sent, in case an answer comes [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 1000)]
    [Figure(Mark.FromMemory, "OpenThread, kDefaultFastPolls: 8")]
    public int FastPolls { get; init; } = 8;

    /// <summary>How long a parent keeps a packet for a sleeping device [s].</summary>
    [Unit("s", Minimum = 0.1, Maximum = 3600)]
    [Figure(Mark.FromMemory, "IEEE 802.15.4-2006, macTransactionPersistenceTime: 500 times 960 symbols")]
    public Duration Persistence { get; init; } = 7.68.Seconds;

    /// <summary>Supply voltage of the devices' radios [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 5)]
    [Figure(Mark.Chosen, "two alkaline or one lithium cell")]
    public double Voltage { get; init; } = 3;

    /// <summary>Current of a sleeping radio [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 0.01)]
    [Figure(Mark.FromMemory, "nRF52840 data sheet: 1.5 to 2.4 uA with memory and clock on")]
    public double SleepCurrent { get; init; } = 1.5e-6;

    /// <summary>Current during backoffs, with the processor on and the radio off [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 0.1)]
    [Figure(Mark.FromMemory, "nRF52840 data sheet: 3.3 mA at 64 MHz")]
    public double IdleCurrent { get; init; } = 0.0033;

    /// <summary>Current while listening [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 0.1)]
    [Figure(Mark.FromMemory, "nRF52840 data sheet: 4.6 to 6.3 mA")]
    public double ReceiveCurrent { get; init; } = 0.0063;

    /// <summary>Current while sending at the transmission power [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 0.2)]
    [Figure(Mark.FromMemory, "nRF52840 data sheet: 4.8 to 6.4 mA at 0 dBm")]
    public double TransmitCurrent { get; init; } = 0.0064;

    /// <summary>Share of time in which a border router works [1]; 1 for never down.</summary>
    [Unit("1", Minimum = 0.5, Maximum = 1)]
    [Figure(Mark.Chosen, "outages happen only where a scenario asks for them")]
    public double Availability { get; init; } = 1;

    /// <summary>Mean length of an outage [s].</summary>
    [Unit("s", Minimum = 1)]
    [Figure(Mark.FromMemory, "operators' service reports: 30 min to 4 h")]
    public Duration MeanOutage { get; init; } = 1.Hours;

    /// <summary>Supply voltage of a border router [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 60)]
    [Figure(Mark.FromMemory, "a small Linux computer: 5 V")]
    public double BorderRouterVoltage { get; init; } = 5;

    /// <summary>Current that a border router draws all the time [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 10)]
    [Figure(Mark.FromMemory, "Raspberry Pi 4, idle: 540 mA")]
    public double BorderRouterCurrent { get; init; } = 0.54;

    internal int MacOctets => LrWpanMac.DataOctets + (Security ? LrWpanMac.SecurityOctets : 0);

    internal LrWpanSettings Settings(bool isTwoWay) =>
        new()
        {
            MinimumExponent = MinimumBackoffExponent,
            MaximumExponent = MaximumBackoffExponent,
            Backoffs = Backoffs,
            Retries = Retries,
            Acknowledged = Acknowledged,
            MacOctets = MacOctets,
            PollOctets = LrWpanMac.DataRequestOctets + (Security ? LrWpanMac.SecurityOctets : 0),
            Queue = Queue,
            Noise = Decibels.ToLinear(OQpsk.NoiseOf(Sensitivity)),
            BusyPower = Decibels.ToLinear(Sensitivity + BusyMargin),
            Reassemblies = Reassemblies,
            ReassemblyTimeout = ReassemblyTimeout,
            PollInterval = isTwoWay ? PollInterval : Duration.Zero,
            FastPollInterval = FastPollInterval,
            FastPolls = FastPolls,
            Persistence = Persistence,
            Currents = new LrWpanCurrents(Voltage, SleepCurrent, IdleCurrent, ReceiveCurrent, TransmitCurrent),
        };

    IReadOnlyList<Charge> IPriced.Charges =>
        [
            new("ieee-802154-module", ChargeBasis.Device),
            new("border-router", ChargeBasis.Component, "border router"),
            new("gateway-maintenance", ChargeBasis.Component, "border router"),
        ];

    IReadOnlyList<Unbilled> IPriced.Unbilled => [new("relaying device", "a device like the others")];
}
