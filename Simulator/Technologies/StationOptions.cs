using System.Globalization;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options that technologies with base stations of their own have in common: how many stations, where, and how they reach the network server.</summary>
public abstract record StationOptions
{
    /// <summary>Number of base stations [1]; nothing for the smallest that meets the site's delivery target.</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.Chosen, "dimensioned by rule, so that both sides of a comparison meet the same target")]
    public int? Stations { get; init; }

    /// <summary>Where dimensioning stops [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "a target that needs more has another cause than coverage")]
    public int StationLimit { get; init; } = 100;

    /// <summary>Height of the stations' antennas above ground [m].</summary>
    [Unit("m", Minimum = 1, Maximum = 500)]
    [Figure(Mark.Chosen, "as the gateways of lorawan-eu868, so that height decides no comparison")]
    public double StationHeight { get; init; } = 15;

    /// <summary>Antenna gain of the stations less their cable loss [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 20)]
    [Figure(Mark.Chosen, "0 as for the gateways of lorawan-eu868; omnidirectional antennas have 2 to 6 dBi, cables take a part")]
    public double StationAntennaGain { get; init; }

    /// <summary>Share of the band's time and bandwidth that transmissions of other networks and customers fill at each station [1].</summary>
    /// <remarks>
    /// Like own ones in waveform and length, at any frequency of the band. A frame meets four times this share of them on average: twice its length
    /// times twice its bandwidth.
    /// </remarks>
    [Unit("1", Minimum = 0, Maximum = 1)]
    [Figure(
        Mark.Chosen,
        "0.1 %: at 100 bit/s in 192 kHz about 27 000 messages of three frames a day at each station, as of 5000 devices of others"
    )]
    public double ForeignLoad { get; init; } = 0.001;

    /// <summary>Least power of foreign transmissions at a station [dBm]; they are uniform in dB.</summary>
    [Unit("dBm", Minimum = -160, Maximum = 0)]
    [Figure(Mark.Chosen, "near the sensitivity: weaker ones harm little")]
    public double ForeignPowerLow { get; init; } = -140;

    /// <summary>Greatest power of foreign transmissions at a station [dBm].</summary>
    [Unit("dBm", Minimum = -160, Maximum = 0)]
    [Figure(Mark.FromMemory, "Lauridsen et al. 2017: interference at 868 MHz measured up to about -105 dBm")]
    public double ForeignPowerHigh { get; init; } = -105;

    /// <summary>Share of time that LoRa frames of others occupy each LoRaWAN channel of 125 kHz that overlaps the band, at each station [1].</summary>
    /// <remarks>Frames of 23 octets, spreading factors alike likely. Their power is even over the channel, so that little of it lies within a narrow frame.</remarks>
    [Unit("1", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Chosen, "as the foreign-load of lorawan-eu868, which shares the band: one device at the 1 % duty cycle on each channel")]
    public double ForeignWidebandLoad { get; init; } = 0.01;

    /// <summary>Least power of LoRa frames of others at a station [dBm], over their whole channel; they are uniform in dB.</summary>
    [Unit("dBm", Minimum = -160, Maximum = 0)]
    [Figure(Mark.Chosen, "as foreign frames at the gateways of lorawan-eu868")]
    public double ForeignWidebandPowerLow { get; init; } = -130;

    /// <summary>Greatest power of LoRa frames of others at a station [dBm], over their whole channel.</summary>
    [Unit("dBm", Minimum = -160, Maximum = 0)]
    [Figure(Mark.FromMemory, "as foreign frames at the gateways of lorawan-eu868: Lauridsen et al. 2017, up to about -105 dBm")]
    public double ForeignWidebandPowerHigh { get; init; } = -105;

    /// <summary>Fixed part of the one-way delay of a station's access line [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Chosen, "half of the round trip of a DSL line, 12 ms + lognormal of median 12 ms")]
    public Duration AccessMinimum { get; init; } = 6.Milliseconds;

    /// <summary>Median of the lognormal part of the one-way delay of a station's access line [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Chosen, "half of the round trip of a DSL line, 12 ms + lognormal of median 12 ms")]
    public Duration AccessMedian { get; init; } = 6.Milliseconds;

    /// <summary>Standard deviation of the natural logarithm of the lognormal part [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 3)]
    [Figure(Mark.Chosen, "lognormal of sigma 0.5")]
    public double AccessSigma { get; init; } = 0.5;

    /// <summary>Fixed part of the one-way delay between the access line and the network server [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Derived, "half of a round trip of 14 ms within a region: Azure region pairs July 2026, 8 to 20 ms")]
    public Duration PathDelay { get; init; } = 7.Milliseconds;

    /// <summary>Mean of the gamma-distributed (shape 2) part of that delay [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Chosen, "0.035 of the round trip of 14 ms")]
    public Duration PathJitter { get; init; } = 0.49.Milliseconds;

    /// <summary>Share of frames lost between a station and the network server, either way [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Chosen, "packet forwarders over TCP lose none")]
    public double BackhaulLoss { get; init; }

    /// <summary>Supply voltage of a station [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 60)]
    [Figure(Mark.Chosen, "as a gateway of lorawan-eu868; operators publish no figure")]
    public double StationVoltage { get; init; } = 12;

    /// <summary>Current that a station draws all the time [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Chosen, "as a gateway of lorawan-eu868, 5 W; operators publish no figure")]
    public double StationCurrent { get; init; } = 0.42;

    /// <summary>Supply voltage of the terminal of a station's access line [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 60)]
    [Figure(Mark.FromMemory, "the usual plug-in supply of home gateways")]
    public double BackhaulVoltage { get; init; } = 12;

    /// <summary>Current that the terminal of a station's access line draws all the time [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 10)]
    [Figure(Mark.FromMemory, "as of dsl, whose delay it has: home gateways with VDSL2 draw 5 to 10 W")]
    public double BackhaulCurrent { get; init; } = 0.6;

    /// <summary>Options that do not contradict each other.</summary>
    /// <exception cref="ArgumentException">They do.</exception>
    internal static T Consistent<T>(T options)
        where T : StationOptions => options.Contradiction is { } contradiction ? throw new ArgumentException(contradiction) : options;

    /// <summary>What contradicts what, in a sentence; null if nothing does.</summary>
    private protected virtual string? Contradiction =>
        Reversed("foreign-power", ForeignPowerLow, ForeignPowerHigh)
        ?? Reversed("foreign-wideband-power", ForeignWidebandPowerLow, ForeignWidebandPowerHigh);

    private static string? Reversed(string name, double low, double high) =>
        low > high ? string.Create(CultureInfo.InvariantCulture, $"{name}-low is {low} dBm, above {name}-high, {high} dBm.") : null;
}
