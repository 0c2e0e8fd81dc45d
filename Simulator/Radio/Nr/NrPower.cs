namespace M2mVsIoTSim.Radio.Nr;

/// <summary>What a device of NR draws, in units of its deep sleep.</summary>
/// <remarks>
/// <para>3GPP TR 38.840 §8.1 tables 19 to 21, from memory, in units per slot of 30 kHz with 100 MHz, TDD and four receive antennas: deep sleep 1, light sleep 20, micro sleep 45, control channel only 100, control and data 300,
/// uplink 250 at 0 dBm and 700 at 23 dBm; waking from deep sleep costs 450 units · ms, from light sleep 100. Scaled to a bandwidth of X MHz by 0.4 + 0.6 (X − 20)/80, which the report has for 10 to 100 MHz, with at least 50 units for the
/// control channel; to two receive antennas by 0.7. One antenna is 0.7 of two: the report says so of FR2, TR 38.875 takes it for devices of reduced capability (both from memory).</para>
/// <para>Derived here: below 10 MHz the scale stays what it is there; three antennas lie between two and four in the same ratio per octave; where monitoring draws less than micro sleep, so does sleep between
/// slots; the special slots of TDD count as downlink, and slots of the uplink are slept through. What does not change with bandwidth in the report is the uplink: a device has one transmitter whatever it sends. Units become amperes
/// by an anchor, as the report has none. Validated by <c>NrPowerTests</c>.</para>
/// </remarks>
public static class NrPower
{
    /// <summary>Deep sleep [1].</summary>
    public const double DeepSleep = 1;

    /// <summary>Light sleep [1].</summary>
    public const double LightSleep = 20;

    /// <summary>Energy of going to deep sleep and coming back [units · ms].</summary>
    public const double DeepTransition = 450;

    private const double MicroSleep = 45;

    /// <summary>Narrowest bandwidth for which the scale is defined [MHz].</summary>
    private const double Narrowest = 10;

    /// <summary>Receiving the control channel without data [1].</summary>
    /// <param name="megahertz">Bandwidth of the device [MHz].</param>
    /// <param name="antennas">Receive antennas of the device [1].</param>
    public static double Monitor(double megahertz, int antennas) => Math.Max(50, 100 * Bandwidth(megahertz)) * Antennas(antennas);

    /// <summary>Receiving control and data [1].</summary>
    /// <param name="megahertz">Bandwidth of the device [MHz].</param>
    /// <param name="antennas">Receive antennas of the device [1].</param>
    public static double Receive(double megahertz, int antennas) => 300 * Bandwidth(megahertz) * Antennas(antennas);

    /// <summary>Between transmissions, receiver ready within a slot: micro sleep [1].</summary>
    /// <param name="megahertz">Bandwidth of the device [MHz].</param>
    /// <param name="antennas">Receive antennas of the device [1].</param>
    public static double Wait(double megahertz, int antennas) => Math.Min(MicroSleep, Monitor(megahertz, antennas));

    /// <summary>Connected without traffic: monitoring the control channel in each slot of the downlink, micro sleep in the others [1].</summary>
    /// <param name="megahertz">Bandwidth of the device [MHz].</param>
    /// <param name="antennas">Receive antennas of the device [1].</param>
    /// <param name="downlink">Share of the slots that have a downlink: 1 with FDD [1].</param>
    public static double Connected(double megahertz, int antennas, double downlink) =>
        downlink * Monitor(megahertz, antennas) + (1 - downlink) * Wait(megahertz, antennas);

    /// <summary>Sending, between 250 at 0 dBm and 700 at 23 dBm in proportion to the radiated power [1].</summary>
    /// <param name="dbm">Radiated power [dBm].</param>
    public static double Transmit(double dbm) => 250 + 450 * Math.Max(0, Decibels.ToLinear(dbm) - 1) / (Decibels.ToLinear(23) - 1);

    /// <summary>Idle with paging, on average: deep sleep, and in each cycle a wake-up to receive for a while [1].</summary>
    /// <param name="cycle">Of paging [ms].</param>
    /// <param name="listening">In each cycle [ms].</param>
    /// <param name="receive">While it listens [1].</param>
    public static double Paging(double cycle, double listening, double receive) =>
        DeepSleep + (DeepTransition + listening * (receive - DeepSleep)) / cycle;

    private static double Bandwidth(double megahertz) => 0.4 + 0.6 * (Math.Max(Narrowest, megahertz) - 20) / 80;

    /// <summary>0.7 for each halving of four antennas.</summary>
    private static double Antennas(int antennas) => Math.Pow(0.7, Math.Log2(4.0 / antennas));
}
