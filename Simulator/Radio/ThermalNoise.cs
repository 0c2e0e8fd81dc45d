using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Noise of a receiver at 290 K.</summary>
public static class ThermalNoise
{
    /// <summary>Density of thermal noise at 290 K, rounded as is customary [dBm/Hz].</summary>
    public const double Density = -174;

    /// <summary>N = −174 + 10 log B + NF [dBm].</summary>
    /// <param name="bandwidth">B, above 0.</param>
    /// <param name="noiseFigure">NF [dB], at least 0.</param>
    public static double Power(Frequency bandwidth, double noiseFigure)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bandwidth.Hertz, nameof(bandwidth));
        ArgumentOutOfRangeException.ThrowIfNegative(noiseFigure);
        return Density + 10 * Math.Log10(bandwidth.Hertz) + noiseFigure;
    }
}
