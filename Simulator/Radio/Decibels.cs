namespace M2mVsIoTSim.Radio;

/// <summary>Conversions between decibels and linear ratios or powers.</summary>
public static class Decibels
{
    /// <summary>Ratio [1] of a level [dB], or power [mW] of a level [dBm].</summary>
    public static double ToLinear(double decibels) => Math.Pow(10, decibels / 10);

    /// <summary>Level [dB] of a ratio [1], or level [dBm] of a power [mW]; −∞ for zero.</summary>
    public static double FromLinear(double ratio) => 10 * Math.Log10(ratio);
}
