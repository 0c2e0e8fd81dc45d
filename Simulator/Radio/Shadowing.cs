namespace M2mVsIoTSim.Radio;

/// <summary>Slow variation of the received power around its median by obstacles: normal in dB.</summary>
/// <remarks>Gudmundson, Electronics Letters 27(23), 1991.</remarks>
public static class Shadowing
{
    /// <summary>Correlation of the shadowing at two places: exp(−Δd/d_corr) [1].</summary>
    /// <param name="separation">Δd [m], at least 0.</param>
    /// <param name="correlationDistance">d_corr [m], above 0.</param>
    public static double Correlation(double separation, double correlationDistance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(separation);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(correlationDistance);
        return Math.Exp(-separation / correlationDistance);
    }

    /// <summary>Shadowing [dB] of one of several links that share surroundings: √ρ common + √(1−ρ) own, times σ.</summary>
    /// <param name="deviation">σ [dB].</param>
    /// <param name="common">Standard normal number shared by the links [1].</param>
    /// <param name="own">Standard normal number of this link [1].</param>
    /// <param name="correlation">ρ between any two of the links, 0 to 1 [1].</param>
    public static double OfLink(double deviation, double common, double own, double correlation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(correlation);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correlation, 1);
        return deviation * (Math.Sqrt(correlation) * common + Math.Sqrt(1 - correlation) * own);
    }
}
