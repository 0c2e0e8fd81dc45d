namespace M2mVsIoTSim.Radio;

/// <summary>Levels of coverage by which a device chooses its random-access resources, 3GPP TS 36.321 §5.1.1.</summary>
public static class CoverageEnhancement
{
    /// <summary>Level, 0 for normal coverage [1].</summary>
    /// <param name="couplingLoss">Coupling loss of the device [dB].</param>
    /// <param name="thresholds">Greatest coupling loss of level 0, 1, ..., ascending [dB]; beyond the last lies one more level.</param>
    public static int Level(double couplingLoss, params ReadOnlySpan<double> thresholds)
    {
        var level = 0;
        while (level < thresholds.Length && couplingLoss > thresholds[level])
        {
            level++;
        }

        return level;
    }

    /// <summary>Coupling loss at which a device measures a reference-signal power [dB].</summary>
    /// <param name="referencePower">Transmit power of a reference-signal resource element [dBm].</param>
    /// <param name="received">RSRP, the threshold as a cell announces it [dBm].</param>
    public static double CouplingLoss(double referencePower, double received) => referencePower - received;
}
