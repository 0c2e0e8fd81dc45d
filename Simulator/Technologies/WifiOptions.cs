using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>wifi</c>.</summary>
public sealed record WifiOptions : IPriced
{
    /// <summary>Amendment of IEEE 802.11: b, g, a, n, ac or ax, in a channel of 20 MHz with one spatial stream.</summary>
    [Figure(Mark.Chosen, "what most radio chips of devices speak: 802.11n at 2.4 GHz")]
    public WifiStandard Standard { get; init; } = WifiStandard.N;

    /// <summary>Carrier frequency [MHz]; below 3 GHz the rules of 2.4 GHz apply.</summary>
    [Unit("MHz", Minimum = 2400e6, Maximum = 7125e6)]
    [Figure(Mark.FromMemory, "channel 6 of the band at 2.4 GHz")]
    public Frequency Carrier { get; init; } = 2437.0.Megahertz;

    /// <summary>Number of access points [1]; nothing for the smallest that meets the site's target.</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.Chosen, "dimensioned by rule, so that both sides of a comparison meet the same target")]
    public int? AccessPoints { get; init; }

    /// <summary>Where dimensioning stops [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 2000)]
    [Figure(Mark.Chosen, "a target that needs more is not one for a wireless LAN")]
    public int AccessPointLimit { get; init; } = 200;

    /// <summary>Height of the access points above ground [m].</summary>
    [Unit("m", Minimum = 0.5, Maximum = 100)]
    [Figure(Mark.Chosen, "at a ceiling or a lamp post")]
    public double AccessPointHeight { get; init; } = 4;

    /// <summary>Power of the access points [dBm].</summary>
    [Unit("dBm", Minimum = 0, Maximum = 36)]
    [Figure(Mark.FromMemory, "ETSI EN 300 328: 20 dBm radiated at 2.4 GHz, less the gain of the antenna")]
    public double AccessPointPower { get; init; } = 17;

    /// <summary>Antenna gain of the access points [dB].</summary>
    [Unit("dB", Minimum = -10, Maximum = 20)]
    [Figure(Mark.FromMemory, "dipoles and built-in antennas: 2 to 5 dBi")]
    public double AccessPointAntennaGain { get; init; } = 3;

    /// <summary>Power of the devices [dBm].</summary>
    [Unit("dBm", Minimum = -10, Maximum = 30)]
    [Figure(Mark.FromMemory, "ESP32 with 802.11n: 14 dBm")]
    public double DevicePower { get; init; } = 14;

    /// <summary>Antenna gain of the devices [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 15)]
    [Figure(Mark.FromMemory, "printed antennas of modules: 0 to 2 dBi, less what their housing takes")]
    public double DeviceAntennaGain { get; init; }

    /// <summary>By how much receivers are more sensitive than the standard demands [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 20)]
    [Figure(Mark.FromMemory, "ESP32 with 802.11n MCS 7: -74 dBm against the -64 dBm of the standard")]
    public double ReceiverGain { get; init; } = 10;

    /// <summary>Power that is kept in reserve when a rate is chosen [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 30)]
    [Figure(Mark.Chosen, "0: the ideal choice, the fastest rate that loses at most 10 % of frames of 1000 octets")]
    public double RateReserve { get; init; }

    /// <summary>CWmin [1]; nothing for that of the standard.</summary>
    [Unit("1", Minimum = 1, Maximum = 1023)]
    [Figure(Mark.Confirmed, "of the standard, as in INET and ns-3: 31 for 802.11b, 15 for the others")]
    public int? LeastWindow { get; init; }

    /// <summary>CWmax [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 32767)]
    [Figure(Mark.Confirmed, "of the standard, as in INET and ns-3")]
    public int GreatestWindow { get; init; } = 1023;

    /// <summary>Attempts at a short frame, or at a request to send, before the frame is given up [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 255)]
    [Figure(Mark.FromMemory, "dot11ShortRetryLimit of IEEE 802.11-2016")]
    public int ShortRetryLimit { get; init; } = 7;

    /// <summary>Attempts at a frame behind a request to send before it is given up [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 255)]
    [Figure(Mark.FromMemory, "dot11LongRetryLimit of IEEE 802.11-2016")]
    public int LongRetryLimit { get; init; } = 4;

    /// <summary>Frames longer than this, with MAC header and check sequence, are preceded by a request to send [B]; nothing for none.</summary>
    [Unit("B", Minimum = 0, Maximum = 65535)]
    [Figure(Mark.Chosen, "never, as devices have it when nobody changes it")]
    public int? RequestThreshold { get; init; }

    /// <summary>By how much a frame to an access point has to be stronger than those that it collides with to survive [dB]; nothing if none does.</summary>
    [Unit("dB", Minimum = 0, Maximum = 50)]
    [Figure(Mark.Chosen, "no capture, the safe side; receivers that have it need about 10 dB")]
    public double? Capture { get; init; }

    /// <summary>Whether frames are encrypted (WPA2, CCMP), which adds 16 octets.</summary>
    [Figure(Mark.FromMemory, "IEEE 802.11-2016, 12.5.3: 8 octets before the data and 8 behind")]
    public bool Encryption { get; init; } = true;

    /// <summary>Frames in the queue of a device, or of an access point [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 100_000)]
    [Figure(Mark.Chosen, "the depth of the queue in the drivers of small chips is some tens")]
    public int Queue { get; init; } = 64;

    /// <summary>Frames that an access point keeps for each dozing device [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.FromMemory, "access points keep some tens of frames a station")]
    public int Buffer { get; init; } = 16;

    /// <summary>From one beacon to the next [s].</summary>
    [Unit("s", Minimum = 0.01, Maximum = 10)]
    [Figure(Mark.FromMemory, "100 time units of 1024 us, what every access point comes with")]
    public Duration BeaconInterval { get; init; } = 102.4.Milliseconds;

    /// <summary>Length of a beacon [B].</summary>
    [Unit("B", Minimum = 50, Maximum = 1000)]
    [Figure(Mark.FromMemory, "100 to 300 B, with the elements of 802.11n")]
    public int BeaconLength { get; init; } = 250;

    /// <summary>What devices do without traffic: awake, doze or off; nothing for doze on a battery and awake on mains.</summary>
    [Figure(Mark.Chosen, "reachable at once where energy is plenty, within a beacon where it is scarce")]
    public WlanRest? PowerSaving { get; init; }

    /// <summary>A dozing device listens to every so many-th beacon [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.FromMemory, "3 beacons are a usual listen interval, as the default of the ESP32 SDK")]
    public int ListenInterval { get; init; } = 3;

    /// <summary>For how long a dozing device is awake for each beacon that it listens to, the beacon included [s].</summary>
    [Unit("s", Minimum = 0.0005, Maximum = 0.1)]
    [Figure(Mark.FromMemory, "a few milliseconds: warming up, drift of the clock, the beacon itself")]
    public Duration BeaconWake { get; init; } = 4.Milliseconds;

    /// <summary>For how long a device that dozes or switches off stays awake after its last exchange [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Chosen, "enough for an answer from within a region")]
    public Duration Linger { get; init; } = 50.Milliseconds;

    /// <summary>From doze until a device may send [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "about a millisecond to start oscillator and receiver")]
    public Duration WakeUp { get; init; } = 1.Milliseconds;

    /// <summary>From switched off until a device may send: start, scan, association, address [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Confirmed, "G6EJD, measured on an ESP32: 2.5 s; 0.2 to 0.3 s with a stored access point and a fixed address")]
    public Duration Association { get; init; } = 2.5.Seconds;

    /// <summary>Mean current while a device starts and associates [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 2)]
    [Figure(Mark.Confirmed, "G6EJD, measured on an ESP32: about 75 mA on average")]
    public double AssociationCurrent { get; init; } = 0.075;

    /// <summary>Share of the time that stations of others occupy the channel around each access point, below 1 [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.9)]
    [Figure(Mark.Chosen, "10 %: a neighbourhood with a few networks of others; 30 to 60 % are met in blocks of flats")]
    public double ForeignLoad { get; init; } = 0.1;

    /// <summary>How long a frame of others and its acknowledgement occupy the channel [s].</summary>
    [Unit("s", Minimum = 0.00005, Maximum = 0.01)]
    [Figure(Mark.Derived, "1500 B at 24 Mbit/s with acknowledgement: 0.6 ms")]
    public Duration ForeignFrame { get; init; } = 0.6.Milliseconds;

    /// <summary>Share of time in which an access point works [1]; 1 for never down.</summary>
    [Unit("1", Minimum = 0.5, Maximum = 1)]
    [Figure(Mark.Chosen, "outages happen only where a scenario asks for them")]
    public double Availability { get; init; } = 1;

    /// <summary>Mean length of an outage [s].</summary>
    [Unit("s", Minimum = 1)]
    [Figure(Mark.Chosen, "until somebody restarts it")]
    public Duration MeanOutage { get; init; } = 1.Hours;

    /// <summary>Supply voltage of a device's radio [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 12)]
    [Figure(Mark.FromMemory, "ESP32 datasheet: 3.3 V")]
    public double Voltage { get; init; } = 3.3;

    /// <summary>Switched off [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "ESP32 in deep sleep: 10 uA")]
    public double OffCurrent { get; init; } = 10e-6;

    /// <summary>Dozing between beacons [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "ESP32 in light sleep: 0.8 mA")]
    public double DozeCurrent { get; init; } = 0.8e-3;

    /// <summary>Awake and receiving, be it for itself or not [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 2)]
    [Figure(Mark.FromMemory, "ESP32 receiving: 95 to 100 mA")]
    public double ReceiveCurrent { get; init; } = 0.1;

    /// <summary>Sending [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 2)]
    [Figure(Mark.FromMemory, "ESP32 with 802.11n at 14 dBm: 180 mA")]
    public double TransmitCurrent { get; init; } = 0.18;

    /// <summary>Supply voltage of an access point [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 60)]
    [Figure(Mark.FromMemory, "the usual plug-in supply")]
    public double AccessPointVoltage { get; init; } = 12;

    /// <summary>Current that an access point draws all the time [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 10)]
    [Figure(Mark.FromMemory, "small access points draw 4 to 8 W")]
    public double AccessPointCurrent { get; init; } = 0.5;

    /// <summary>What a device does without traffic: as said, otherwise doze on a battery and stay awake on mains.</summary>
    public WlanRest RestOf(bool onBattery) => PowerSaving ?? (onBattery ? WlanRest.Doze : WlanRest.Awake);

    IReadOnlyList<Charge> IPriced.Charges =>
        [
            new("wifi-module", ChargeBasis.Device),
            new("access-point", ChargeBasis.Component, "access point"),
            new("gateway-maintenance", ChargeBasis.Component, "access point"),
        ];
}
