using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Least power at which LoRa frames are received.</summary>
public static class LoRaSensitivity
{
    /// <summary>Least and greatest spreading factor of LoRaWAN [1].</summary>
    public const int LeastSpreadingFactor = 7;

    /// <inheritdoc cref="LeastSpreadingFactor"/>
    public const int GreatestSpreadingFactor = 12;

    /// <summary>Semtech SX1276/77/78/79 data sheet, table 13, SF6 to SF12.</summary>
    private static readonly double[] SnrFloors = [-5, -7.5, -10, -12.5, -15, -17.5, -20];

    /// <summary>SF7 to SF12 at 125, 250 and 500 kHz [dBm].</summary>
    private static readonly double[][] Sx1276 =
    [
        [-123, -126, -129, -132, -133, -136],
        [-120, -123, -125, -128, -130, -133],
        [-116, -119, -122, -125, -128, -130],
    ];
    private static readonly double[][] Sx1272 =
    [
        [-124, -127, -130, -133, -135, -137],
        [-122, -125, -128, -130, -132, -135],
        [-116, -119, -122, -125, -128, -129],
    ];

    /// <summary>Tabulated at 125 kHz; twice the bandwidth lets in 3.01 dB more noise.</summary>
    private static readonly double[][] Sx1301 =
    [
        [-130, -132.5, -135, -137.5, -140, -142.5],
        [-126.99, -129.49, -131.99, -134.49, -136.99, -139.49],
        [-123.98, -126.48, -128.98, -131.48, -133.98, -136.48],
    ];

    /// <summary>Least signal-to-noise ratio for demodulation [dB].</summary>
    /// <param name="spreadingFactor">6 to 12 [1].</param>
    public static double SnrFloor(int spreadingFactor) => SnrFloors[Index(spreadingFactor, 6)];

    /// <summary>Noise power plus least signal-to-noise ratio [dBm].</summary>
    /// <param name="spreadingFactor">6 to 12 [1].</param>
    /// <param name="bandwidth">BW.</param>
    /// <param name="noiseFigure">NF [dB].</param>
    public static double FromNoise(int spreadingFactor, Frequency bandwidth, double noiseFigure) =>
        ThermalNoise.Power(bandwidth, noiseFigure) + SnrFloor(spreadingFactor);

    /// <summary>Tabulated sensitivity at 125 kHz [dBm].</summary>
    /// <param name="chip">Whose.</param>
    /// <param name="spreadingFactor">7 to 12 [1].</param>
    public static double At125Kilohertz(LoRaReceiverChip chip, int spreadingFactor) => Of(chip, spreadingFactor, 125.Kilohertz);

    /// <summary>Tabulated sensitivity [dBm].</summary>
    /// <param name="chip">Whose.</param>
    /// <param name="spreadingFactor">7 to 12 [1].</param>
    /// <param name="bandwidth">125, 250 or 500 kHz.</param>
    public static double Of(LoRaReceiverChip chip, int spreadingFactor, Frequency bandwidth)
    {
        var table = chip switch
        {
            LoRaReceiverChip.Sx1276 => Sx1276,
            LoRaReceiverChip.Sx1272 => Sx1272,
            LoRaReceiverChip.Sx1301 => Sx1301,
            _ => throw new ArgumentOutOfRangeException(nameof(chip), chip, "No sensitivities are tabulated for this receiver."),
        };
        var column = bandwidth.Hertz switch
        {
            125e3 => 0,
            250e3 => 1,
            500e3 => 2,
            _ => throw new ArgumentOutOfRangeException(
                nameof(bandwidth),
                bandwidth.Hertz,
                "Sensitivities are tabulated at 125, 250 and 500 kHz."
            ),
        };
        return table[column][Index(spreadingFactor, LeastSpreadingFactor)];
    }

    private static int Index(int spreadingFactor, int least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(spreadingFactor, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(spreadingFactor, GreatestSpreadingFactor);
        return spreadingFactor - least;
    }
}
