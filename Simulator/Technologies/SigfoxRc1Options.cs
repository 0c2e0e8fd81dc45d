using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>sigfox-rc1</c>: Europe, the Middle East and Africa.</summary>
public sealed record SigfoxRc1Options : SigfoxOptions
{
    /// <summary>Middle of the band of uplinks [Hz].</summary>
    [Unit("Hz", Minimum = 100_000_000, Maximum = 1_000_000_000)]
    [Figure(Mark.Confirmed, "Sigfox connected objects radio specification: 868.130 MHz in RC1")]
    public override Frequency UplinkCentre { get; init; } = 868.13.Megahertz;

    /// <summary>Bit rate of uplinks [bit/s].</summary>
    [Unit("bit/s", Minimum = 100, Maximum = 600)]
    [Figure(Mark.Confirmed, "Sigfox connected objects radio specification: 100 bit/s in RC1")]
    public override BitRate Rate { get; init; } = new(100);

    /// <summary>Bandwidth that an uplink occupies: frames whose carriers are nearer than this collide [Hz].</summary>
    [Unit("Hz", Minimum = 50, Maximum = 5000)]
    [Figure(Mark.Confirmed, "about 100 Hz at 100 bit/s; micro-channels of 100 Hz in DEIS-Tools/ns3-sigfox")]
    public override Frequency Bandwidth { get; init; } = new(100);

    /// <summary>Radiated power of the devices, isotropic [dBm].</summary>
    [Unit("dBm", Minimum = -20, Maximum = 16.15)]
    [Figure(Mark.Confirmed, "Sigfox connected objects radio specification: 16 dBm EIRP, 14 dBm ERP in RC1")]
    public override double TransmitPower { get; init; } = 16;

    /// <summary>Current while transmitting [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Confirmed, "ATA8520E data sheet: 32.7 mA in Europe; the whole MKRFOX1200 took 27.2 mA at 14 dBm, Gomez et al. 2019")]
    public override double TransmitCurrent { get; init; } = 0.0327;

    /// <summary>Share of time that a device may transmit [1]; 1 without such a rule.</summary>
    [Unit("1", Minimum = 0.0001, Maximum = 1)]
    [Figure(Mark.Confirmed, "ETSI EN 300 220-2: 1 %, 36 s an hour")]
    public override double DutyCycle { get; init; } = 0.01;

    /// <summary>Share of time that a station may transmit [1]; 1 without such a rule.</summary>
    [Unit("1", Minimum = 0.0001, Maximum = 1)]
    [Figure(Mark.Confirmed, "ETSI EN 300 220-2: 10 % at 869.4 to 869.65 MHz, where RC1 has its downlinks, 869.525 MHz")]
    public override double StationDutyCycle { get; init; } = 0.1;

    /// <summary>Longest stay on one frequency [s]; nothing without such a rule.</summary>
    [Unit("s", Minimum = 0.01, Maximum = 60)]
    [Figure(Mark.Chosen, "Europe has no such rule")]
    public override Duration? DwellTime { get; init; }

    /// <summary>Parts of the band among which a device hops [1]; 1 where it may stay.</summary>
    [Unit("1", Minimum = 1, Maximum = 64)]
    [Figure(Mark.Chosen, "Europe has no such rule")]
    public override int MicroChannels { get; init; } = 1;

    /// <summary>How long a device leaves a part of the band alone after it has sent there [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 3600)]
    [Figure(Mark.Chosen, "Europe has no such rule")]
    public override Duration MicroChannelRest { get; init; }
}
