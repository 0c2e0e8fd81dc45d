using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>sigfox-rc2</c>: North America and Brazil.</summary>
public sealed record SigfoxRc2Options : SigfoxOptions
{
    /// <summary>Middle of the band of uplinks [Hz].</summary>
    [Unit("Hz", Minimum = 100_000_000, Maximum = 1_000_000_000)]
    [Figure(Mark.Confirmed, "Sigfox connected objects radio specification: 902.2 MHz in RC2")]
    public override Frequency UplinkCentre { get; init; } = 902.2.Megahertz;

    /// <summary>Bit rate of uplinks [bit/s].</summary>
    [Unit("bit/s", Minimum = 100, Maximum = 600)]
    [Figure(Mark.Confirmed, "Sigfox connected objects radio specification: 600 bit/s in RC2")]
    public override BitRate Rate { get; init; } = new(600);

    /// <summary>Bandwidth that an uplink occupies: frames whose carriers are nearer than this collide [Hz].</summary>
    [Unit("Hz", Minimum = 50, Maximum = 5000)]
    [Figure(Mark.Derived, "one hertz for a bit per second, as the 100 Hz at 100 bit/s")]
    public override Frequency Bandwidth { get; init; } = new(600);

    /// <summary>Radiated power of the devices, isotropic [dBm].</summary>
    [Unit("dBm", Minimum = -20, Maximum = 30)]
    [Figure(Mark.Confirmed, "Sigfox connected objects radio specification: 24 dBm EIRP in RC2")]
    public override double TransmitPower { get; init; } = 24;

    /// <summary>Current while transmitting [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "data sheets of RC2 modules: about 200 mA at 22 to 24 dBm")]
    public override double TransmitCurrent { get; init; } = 0.2;

    /// <summary>Share of time that a device may transmit [1]; 1 without such a rule.</summary>
    [Unit("1", Minimum = 0.0001, Maximum = 1)]
    [Figure(Mark.Chosen, "the United States limit the dwell time instead")]
    public override double DutyCycle { get; init; } = 1;

    /// <summary>Share of time that a station may transmit [1]; 1 without such a rule.</summary>
    [Unit("1", Minimum = 0.0001, Maximum = 1)]
    [Figure(Mark.Chosen, "the United States limit the dwell time instead; stations' hopping is left out")]
    public override double StationDutyCycle { get; init; } = 1;

    /// <summary>Longest stay on one frequency [s]; nothing without such a rule.</summary>
    [Unit("s", Minimum = 0.01, Maximum = 60)]
    [Figure(Mark.Confirmed, "Sigfox connected objects radio specification: 400 ms in RC2")]
    public override Duration? DwellTime { get; init; } = 400.Milliseconds;

    /// <summary>Parts of the band among which a device hops [1]; 1 where it may stay.</summary>
    [Unit("1", Minimum = 1, Maximum = 64)]
    [Figure(Mark.FromMemory, "Sigfox end-point documentation: six micro-channels in a macro-channel of RC2")]
    public override int MicroChannels { get; init; } = 6;

    /// <summary>How long a device leaves a part of the band alone after it has sent there [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 3600)]
    [Figure(Mark.FromMemory, "FCC 15.247: at most 400 ms in 20 s on one hopping frequency")]
    public override Duration MicroChannelRest { get; init; } = 20.Seconds;
}
