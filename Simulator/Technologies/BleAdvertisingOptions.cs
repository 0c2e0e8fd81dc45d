using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>ble-advertising</c>.</summary>
public sealed record BleAdvertisingOptions : IPriced
{
    /// <summary>Number of gateways that scan [1]; nothing for the smallest that meets the site's delivery target.</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.Chosen, "dimensioned by rule, so that both sides of a comparison meet the same target")]
    public int? Gateways { get; init; }

    /// <summary>Where dimensioning stops [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "a target that needs more has another cause than coverage")]
    public int GatewayLimit { get; init; } = 200;

    /// <summary>Height of the gateways' antennas above ground [m].</summary>
    [Unit("m", Minimum = 1, Maximum = 500)]
    [Figure(Mark.Chosen, "under the ceiling of a room")]
    public double GatewayHeight { get; init; } = 3;

    /// <summary>Advertising events of a message [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.Chosen, "enough that one of them meets a scanner that listens a third of the time on each channel")]
    public int Events { get; init; } = 5;

    /// <summary>Time between the events of a message, the random delay not included [s].</summary>
    [Unit("s", Minimum = 0.02, Maximum = 10.24)]
    [Figure(Mark.FromMemory, "Bluetooth Core 5, volume 6, part B, section 4.4.2: 20 ms to 10.24 s; 1 s is what BlueJoule measured")]
    public Duration Interval { get; init; } = 1.Seconds;

    /// <summary>Greatest random delay that is added to each interval [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 0.01)]
    [Figure(Mark.FromMemory, "Bluetooth Core 5, volume 6, part B, section 4.4.2: advDelay is uniform up to 10 ms")]
    public Duration GreatestDelay { get; init; } = 10.Milliseconds;

    /// <summary>Time between the end of an advertisement on one channel and the next on another [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 0.01)]
    [Figure(Mark.FromMemory, "common controllers take 150 to 400 us")]
    public Duration ChannelGap { get; init; } = 250.Microseconds;

    /// <summary>How long a gateway stays on a channel before it goes to the next [s].</summary>
    [Unit("s", Minimum = 0.0025, Maximum = 40.96)]
    [Figure(Mark.Chosen, "a common setting of gateways on mains")]
    public Duration ScanInterval { get; init; } = 100.Milliseconds;

    /// <summary>How long of that it listens [s].</summary>
    [Unit("s", Minimum = 0.0025, Maximum = 40.96)]
    [Figure(Mark.Chosen, "gateways on mains listen all the time")]
    public Duration ScanWindow { get; init; } = 100.Milliseconds;

    /// <summary>Carrier frequency [MHz].</summary>
    [Unit("MHz", Minimum = 2400e6, Maximum = 2484e6)]
    [Figure(Mark.FromMemory, "Bluetooth Core 5: channels 37, 38 and 39 at 2402, 2426 and 2480 MHz; the middle one")]
    public Frequency Carrier { get; init; } = 2426.0.Megahertz;

    /// <summary>Transmission power [dBm].</summary>
    [Unit("dBm", Minimum = -40, Maximum = 20)]
    [Figure(Mark.Confirmed, "BlueJoule measurements: 0 dBm")]
    public double TransmitPower { get; init; }

    /// <summary>Antenna gain of device and gateway together [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 20)]
    [Figure(Mark.Chosen, "0 on all sides, so that antennas decide no comparison")]
    public double AntennaGain { get; init; }

    /// <summary>Sensitivity of the gateways [dBm].</summary>
    [Unit("dBm", Minimum = -120, Maximum = -60)]
    [Figure(Mark.FromMemory, "nRF52832 data sheet, 1 Mbit/s: -96 dBm; the standard asks for -70 dBm")]
    public double Sensitivity { get; init; } = -96;

    /// <summary>By how much an advertisement has to exceed others on its channel, in energy [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 40)]
    [Figure(Mark.FromMemory, "nRF52832 data sheet, co-channel rejection at 1 Mbit/s: 9 dB; the standard asks for 21 dB")]
    public double LeastRatio { get; init; } = 9;

    /// <summary>Delay from a gateway to the network server, one way [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 10)]
    [Figure(
        Mark.Chosen,
        "6 ms of a fixed line and 7 ms of a path within the region, as the stations of other technologies without their variation"
    )]
    public Duration BackhaulDelay { get; init; } = 13.Milliseconds;

    /// <summary>Supply voltage of the device's radio [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 5)]
    [Figure(Mark.Confirmed, "BlueJoule, nrf-52-dk/zephyr-2V7-J: 2.7 V")]
    public double Voltage { get; init; } = 2.7;

    /// <summary>Current of the radio between events [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 0.01)]
    [Figure(Mark.Confirmed, "BlueJoule, nrf-52-dk/zephyr-2V7-J: 1.3 uA, 3.5 uW")]
    public double SleepCurrent { get; init; } = 1.3e-6;

    /// <summary>Current while sending [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 0.2)]
    [Figure(Mark.Confirmed, "nRF52832 product specification, converter on, 0 dBm: 5.3 mA of the radio")]
    public double TransmitCurrent { get; init; } = 0.0053;

    /// <summary>Energy of an event besides its transmissions: waking up, preparing, changing channels [J].</summary>
    [Unit("J", Minimum = 0, Maximum = 0.01)]
    [Figure(Mark.Derived, "BlueJoule, nrf-52-dk/zephyr-2V7-J: 27 uJ an event, less 840 us of 5.3 mA at 2.7 V")]
    public double OverheadEnergy { get; init; } = 15e-6;

    /// <summary>How long before its first advertisement a device wakes up for an event [s].</summary>
    [Unit("s", Minimum = 0.0001, Maximum = 0.1)]
    [Figure(Mark.Chosen, "a millisecond or two of crystal and processor; the energy above is spread over it")]
    public Duration WakeUpTime { get; init; } = 1.5.Milliseconds;

    /// <summary>Supply voltage of a gateway [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 60)]
    [Figure(Mark.FromMemory, "a small Linux computer: 5 V")]
    public double GatewayVoltage { get; init; } = 5;

    /// <summary>Current that a gateway draws all the time [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 10)]
    [Figure(Mark.FromMemory, "Raspberry Pi 4, idle: 540 mA")]
    public double GatewayCurrent { get; init; } = 0.54;

    /// <summary>Radiated power and the antennas' gain [dBm].</summary>
    internal double Radiated => TransmitPower + AntennaGain;

    /// <summary>Content that an advertisement carries at most [B].</summary>
    internal static int MaximumContent => BlePdu.MaximumData - BlePdu.ContentOctets;

    /// <summary>Time on air on one channel of so many octets of content.</summary>
    internal static Duration Airtime(int content) => BlePdu.Advertisement(content + BlePdu.ContentOctets);

    IReadOnlyList<Charge> IPriced.Charges =>
        [
            new("ble-module", ChargeBasis.Device),
            new("ble-gateway", ChargeBasis.Component, "gateway"),
            new("gateway-maintenance", ChargeBasis.Component, "gateway"),
            new("gateway-line", ChargeBasis.Component, "gateway backhaul"),
        ];
}
