namespace M2mVsIoTSim.Radio;

/// <summary>What a code of finite length needs: the normal approximation of Polyanskiy, Poor and Verdú.</summary>
/// <remarks>
/// IEEE Trans. Information Theory 56(5), 2010: a block of k bits in n complex symbols fails with probability Q((n C − k + ½ log₂ n) / √(n V)), C = log₂(1 + γ), V = (1 −
/// 1/(1 + γ)²) log₂² e.
/// </remarks>
public static class FiniteBlockLength
{
    /// <summary>Q⁻¹(0.1): the margin at which one block in ten fails [1].</summary>
    public const double TenPercent = 1.2815515655446004;

    /// <summary>The argument of Q: by how many deviations what a block can carry exceeds what it has to [1].</summary>
    /// <param name="symbols">n, complex symbols that carry the block [1].</param>
    /// <param name="bits">k, with the check sum [bit].</param>
    /// <param name="ratio">γ, signal-to-noise ratio of a symbol, above 0 [1].</param>
    public static double Margin(double symbols, double bits, double ratio)
    {
        var capacity = Math.Log2(1 + ratio);
        var dispersion = (1 - 1 / ((1 + ratio) * (1 + ratio))) / (Math.Log(2) * Math.Log(2));
        return (symbols * capacity - bits + Math.Log2(symbols) / 2) / Math.Sqrt(symbols * dispersion);
    }
}
