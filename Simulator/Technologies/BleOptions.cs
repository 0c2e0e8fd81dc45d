using M2mVsIoTSim.Media.Ble;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <see cref="Ble"/>; the defaults are the preset.</summary>
public sealed record BleOptions : IPriced
{
    /// <summary>Number of gateways [1]; nothing for the smallest that reaches what is required and has a connection for every device.</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.Chosen, "dimensioned by rule, so that both sides of a comparison meet the same target")]
    public int? Gateways { get; init; }

    /// <summary>Whether gateways are phones, televisions or other things that are there anyhow, for which nobody pays here.</summary>
    [Figure(Mark.Chosen, "gateways are bought for the job unless a scenario says that they are there")]
    public bool GatewaysAreThere { get; init; }

    /// <summary>Where dimensioning stops [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "a target that needs more has another cause than coverage")]
    public int GatewayLimit { get; init; } = 100;

    /// <summary>Height of the gateways' antennas above ground [m].</summary>
    [Unit("m", Minimum = 1, Maximum = 100)]
    [Figure(Mark.Chosen, "under a ceiling")]
    public double GatewayHeight { get; init; } = 2.5;

    /// <summary>Connections of a gateway at a time [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 200)]
    [Figure(Mark.FromMemory, "controllers allow 8 to 32; Nordic's SoftDevice 20")]
    public int Connections { get; init; } = 20;

    /// <summary>Connection interval [s].</summary>
    [Unit("s", Minimum = 0.0075, Maximum = 4)]
    [Figure(Mark.Chosen, "0.1 s of 7.5 ms to 4 s (Bluetooth Core 5, from memory): enough for sensors and for 20 connections")]
    public Duration Interval { get; init; } = 100.Milliseconds;

    /// <summary>Events that a device may miss in a row while it has nothing [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 499)]
    [Figure(Mark.Chosen, "nine of ten of 0 to 499 (Bluetooth Core 5, from memory): the gateway reaches an idle device once a second")]
    public int Latency { get; init; } = 9;

    /// <summary>Supervision time-out [s].</summary>
    [Unit("s", Minimum = 0.1, Maximum = 32)]
    [Figure(Mark.Chosen, "6 s of 0.1 to 32 s (Bluetooth Core 5, from memory): six events that an idle device does not miss")]
    public Duration Supervision { get; init; } = 6.Seconds;

    /// <summary>Physical layer: le1-m, le2-m, le-coded-s2 or le-coded-s8.</summary>
    [Figure(Mark.Chosen, "the one that every device has")]
    public BlePhy Phy { get; init; }

    /// <summary>Longest payload of a packet [B]: 27, or up to 251 with the extension of data length.</summary>
    [Unit("B", Minimum = 27, Maximum = 251)]
    [Figure(Mark.FromMemory, "Bluetooth Core 4.2 and later: 251")]
    public int Payload { get; init; } = BleData.LongPayload;

    /// <summary>Whether links are encrypted, 4 octets a packet.</summary>
    [Figure(Mark.FromMemory, "RFC 7668, section 5: link-layer security is expected")]
    public bool Encrypted { get; init; } = true;

    /// <summary>Share of packets that are lost on a good channel [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.9)]
    [Figure(Mark.Chosen, "within the link margin")]
    public double Loss { get; init; } = 0.01;

    /// <summary>Channels that somebody else disturbs [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 37)]
    [Figure(Mark.Chosen, "none, so that foreign traffic decides no comparison unseen; a wireless LAN of 20 MHz covers ten")]
    public int BadChannels { get; init; }

    /// <summary>Share of packets that are lost on disturbed channels [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Chosen, "a busy wireless LAN")]
    public double BadLoss { get; init; } = 0.5;

    /// <summary>Packets that wait at each end of a connection [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "a few kilobytes of a microcontroller")]
    public int Queue { get; init; } = 16;

    /// <summary>Advertising interval of a device that has lost its connection [s].</summary>
    [Unit("s", Minimum = 0.02, Maximum = 10.24)]
    [Figure(Mark.Chosen, "fast, as it happens rarely")]
    public Duration AdvertisingInterval { get; init; } = 100.Milliseconds;

    /// <summary>Whether the prefix of the far end's address is known to both ends as a context.</summary>
    [Figure(Mark.FromMemory, "RFC 7668, section 3.2.3: contexts from router advertisements")]
    public bool FarContext { get; init; } = true;

    /// <summary>Longest IPv6 packet [B].</summary>
    [Unit("B", Minimum = 1280, Maximum = 2047)]
    [Figure(Mark.FromMemory, "RFC 7668, section 3: an MTU of 1280")]
    public int MaximumPacket { get; init; } = 1280;

    /// <summary>Carrier frequency [MHz].</summary>
    [Unit("MHz", Minimum = 2400e6, Maximum = 2484e6)]
    [Figure(Mark.Derived, "the middle of 2402 to 2480 MHz")]
    public Frequency Carrier { get; init; } = 2441.0.Megahertz;

    /// <summary>Transmission power of both ends [dBm].</summary>
    [Unit("dBm", Minimum = -40, Maximum = 20)]
    [Figure(Mark.FromMemory, "nRF52832 data sheet: 0 dBm is what its currents are stated for")]
    public double TransmitPower { get; init; }

    /// <summary>Antenna gain of device and gateway together [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 20)]
    [Figure(Mark.Chosen, "0 on all sides, so that antennas decide no comparison")]
    public double AntennaGain { get; init; }

    /// <summary>Sensitivity of both ends [dBm].</summary>
    [Unit("dBm", Minimum = -120, Maximum = -60)]
    [Figure(Mark.FromMemory, "nRF52832 data sheet, 1 Mbit/s: -96 dBm; about 3 dB less with 2 Mbit/s, 7 dB more with coding by 8")]
    public double Sensitivity { get; init; } = -96;

    /// <summary>By how much a link has to exceed the sensitivity for a connection [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 40)]
    [Figure(Mark.Chosen, "what fades on one channel is heard on another")]
    public double LinkMargin { get; init; } = 6;

    /// <summary>Supply voltage of the device's radio [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 5)]
    [Figure(Mark.Confirmed, "BlueJoule, nrf-52-dk/zephyr-2V7-J: 2.7 V")]
    public double Voltage { get; init; } = 2.7;

    /// <summary>Current between events [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 0.01)]
    [Figure(Mark.Confirmed, "BlueJoule, nrf-52-dk/zephyr-2V7-J: 1.3 uA, 3.5 uW")]
    public double SleepCurrent { get; init; } = 1.3e-6;

    /// <summary>Current while sending [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 0.2)]
    [Figure(Mark.Confirmed, "nRF52832 product specification, converter on, 0 dBm: 5.3 mA of the radio")]
    public double TransmitCurrent { get; init; } = 0.0053;

    /// <summary>Current while receiving [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 0.2)]
    [Figure(Mark.Confirmed, "nRF52832, 1 Mbit/s, converter on: 6.5 mA")]
    public double ReceiveCurrent { get; init; } = 0.0065;

    /// <summary>Energy of an event besides its packets: waking up, preparing, changing channels [J].</summary>
    [Unit("J", Minimum = 0, Maximum = 0.01)]
    [Figure(Mark.Derived, "as of an advertising event: BlueJoule, nrf-52-dk/zephyr-2V7-J, 27 uJ less 840 us of 5.3 mA at 2.7 V")]
    public double OverheadEnergy { get; init; } = 15e-6;

    /// <summary>Relative error of both ends' sleep clocks together [1]: a device listens that much longer, in the mean, for the time since the last event.</summary>
    [Unit("1", Minimum = 0, Maximum = 0.001)]
    [Figure(Mark.FromMemory, "Bluetooth Core 5: at most 500 ppm each; crystals hold 20 to 50 ppm")]
    public double ClockError { get; init; } = 1e-4;

    /// <summary>Supply voltage of a gateway [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 60)]
    [Figure(Mark.FromMemory, "a small Linux computer: 5 V")]
    public double GatewayVoltage { get; init; } = 5;

    /// <summary>Current that a gateway draws all the time [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 10)]
    [Figure(Mark.FromMemory, "Raspberry Pi 4, idle: 540 mA")]
    public double GatewayCurrent { get; init; } = 0.54;

    /// <summary>Time of a gateway for one event of one connection.</summary>
    internal Duration EventLength => Interval / Connections;

    /// <summary>Greatest loss over which a device is connected [dB].</summary>
    internal double GreatestLoss => TransmitPower + AntennaGain - Sensitivity - LinkMargin;

    /// <summary>Mean current of a connection in which nothing is sent [A]: I_s + (E/V + I_r (T₀ + ε τ) + I_t T₀) / τ with τ = (1 + latency) · interval and empty packets of T₀.</summary>
    internal double IdleCurrent
    {
        get
        {
            var (empty, apart) = (BleData.Airtime(0, Phy, Encrypted).TotalSeconds, Interval.TotalSeconds * (1 + Latency));
            var charge = OverheadEnergy / Voltage + ReceiveCurrent * (empty + ClockError * apart) + TransmitCurrent * empty;
            return SleepCurrent + charge / apart;
        }
    }

    /// <summary>How connections work.</summary>
    public BleSettings Connection()
    {
        var wakeUp = new BleSettings().WakeUpTime;
        return new()
        {
            Interval = Interval,
            Latency = Latency,
            Supervision = Supervision,
            EventLength = EventLength,
            Phy = Phy,
            Payload = Payload,
            Encrypted = Encrypted,
            Loss = Loss,
            BadChannels = BadChannels,
            BadLoss = BadLoss,
            Queue = Queue,
            AdvertisingInterval = AdvertisingInterval,
            WakeUpTime = wakeUp,
            Profile = new PowerProfile(
                "BLE peripheral",
                Voltage,
                [
                    new("sleep and idle events", IdleCurrent),
                    new("transmit", TransmitCurrent),
                    new("receive", ReceiveCurrent),
                    new("wake up", OverheadEnergy / Voltage / wakeUp.TotalSeconds),
                ]
            )
            {
                Transmit = BleConnection.Transmit,
            },
        };
    }

    IReadOnlyList<Charge> IPriced.Charges =>
        GatewaysAreThere
            ? [new("ble-module", ChargeBasis.Device)]
            :
            [
                new("ble-module", ChargeBasis.Device),
                new("ble-gateway", ChargeBasis.Component, "gateway"),
                new("gateway-maintenance", ChargeBasis.Component, "gateway"),
                new("gateway-line", ChargeBasis.Component, "gateway backhaul"),
            ];

    IReadOnlyList<Unbilled> IPriced.Unbilled =>
        GatewaysAreThere
            ?
            [
                new("gateway", "a phone, a television or the like that is there anyhow"),
                new("gateway backhaul", "a line that is there anyhow"),
            ]
            : [];
}
