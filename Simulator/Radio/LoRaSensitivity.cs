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

    /// <summary>At 125 kHz, SF7 to SF12 [dBm].</summary>
    private static readonly double[] Sx1276 = [-123, -126, -129, -132, -133, -136];
    private static readonly double[] Sx1272 = [-124, -127, -130, -133, -135, -137];
    private static readonly double[] Sx1301 = [-130, -132.5, -135, -137.5, -140, -142.5];

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
    public static double At125Kilohertz(LoRaReceiverChip chip, int spreadingFactor)
    {
        var table = chip switch
        {
            LoRaReceiverChip.Sx1276 => Sx1276,
            LoRaReceiverChip.Sx1272 => Sx1272,
            LoRaReceiverChip.Sx1301 => Sx1301,
            _ => throw new ArgumentOutOfRangeException(nameof(chip), chip, "No sensitivities are tabulated for this receiver."),
        };
        return table[Index(spreadingFactor, LeastSpreadingFactor)];
    }

    private static int Index(int spreadingFactor, int least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(spreadingFactor, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(spreadingFactor, GreatestSpreadingFactor);
        return spreadingFactor - least;
    }
}
