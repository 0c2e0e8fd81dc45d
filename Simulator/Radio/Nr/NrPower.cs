namespace M2mVsIoTSim.Radio.Nr;

/// <summary>What a device of NR draws, in units of its deep sleep.</summary>
/// <remarks>
/// 3GPP TR 38.840 §8.1 tables 19 to 21, from memory, in units per slot of 30 kHz with 100 MHz and four receive antennas: deep sleep 1, light sleep 20, micro sleep 45, control channel only 100, control and data 300,
/// uplink 250 at 0 dBm and 700 at 23 dBm; waking from deep sleep costs 450 units · ms, from light sleep 100. Scaled to a bandwidth by 0.4 + 0.6 (B − 20)/80, at least 50 units for the control channel, and by 0.7
/// for one receive antenna. Units become watts by an anchor, as the report has none. Validated by <c>NrPowerTests</c>.
/// </remarks>
public static class NrPower
{
    /// <summary>Deep sleep [1].</summary>
    public const double DeepSleep = 1;

    /// <summary>Light sleep [1].</summary>
    public const double LightSleep = 20;

    /// <summary>Between transmissions, receiver ready within a slot [1].</summary>
    public const double MicroSleep = 45;

    /// <summary>Energy of going to deep sleep and coming back [units · ms].</summary>
    public const double DeepTransition = 450;

    /// <summary>Receiving the control channel without data [1].</summary>
    /// <param name="megahertz">Bandwidth of the device [MHz].</param>
    /// <param name="antennas">Receive antennas of the device [1].</param>
    public static double Monitor(double megahertz, int antennas) => Math.Max(50, 100 * Bandwidth(megahertz)) * Antennas(antennas);

    /// <summary>Receiving control and data [1].</summary>
    /// <param name="megahertz">Bandwidth of the device [MHz].</param>
    /// <param name="antennas">Receive antennas of the device [1].</param>
    public static double Receive(double megahertz, int antennas) => 300 * Bandwidth(megahertz) * Antennas(antennas);

    /// <summary>Sending, between 250 at 0 dBm and 700 at 23 dBm in proportion to the radiated power [1].</summary>
    /// <param name="dbm">Radiated power [dBm].</param>
    public static double Transmit(double dbm) => 250 + 450 * Math.Max(0, Decibels.ToLinear(dbm) - 1) / (Decibels.ToLinear(23) - 1);

    /// <summary>Idle with paging, on average: deep sleep, and in each cycle a wake-up to receive for a while [1].</summary>
    /// <param name="cycle">Of paging [ms].</param>
    /// <param name="listening">In each cycle [ms].</param>
    /// <param name="receive">While it listens [1].</param>
    public static double Paging(double cycle, double listening, double receive) =>
        DeepSleep + (DeepTransition + listening * (receive - DeepSleep)) / cycle;

    private static double Bandwidth(double megahertz) => Math.Max(0.4, 0.4 + 0.6 * (megahertz - 20) / 80);

    private static double Antennas(int antennas) => antennas == 1 ? 0.7 : 1;
}
