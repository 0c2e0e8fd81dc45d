namespace M2mVsIoTSim.Radio;

/// <summary>Small-scale fading that stays the same for a frame: power gains of mean 1.</summary>
public static class BlockFading
{
    /// <summary>Rayleigh: no path dominates. The gain is exponential, P(g &lt; x) = 1 − e^(−x) [1].</summary>
    /// <param name="uniform">A uniform number in [0, 1).</param>
    public static double Rayleigh(double uniform) => -Math.Log(1 - uniform);

    /// <summary>Probability that the gain of Rayleigh's fading is at least <paramref name="gain"/>: e^(−g) [1].</summary>
    public static double RayleighExceeds(double gain) => Math.Exp(-Math.Max(gain, 0));

    /// <summary>Probability that the gain of Rice's fading is at least <paramref name="gain"/> [1].</summary>
    /// <remarks>
    /// Marcum's Q₁(√(2K), √(2(K+1)g)) as a Poisson mixture of Erlang tails: Σ e^(−K) K^k/k! Σ_{j≤k} e^(−y) y^j/j! with y = (K+1) g.
    /// </remarks>
    /// <param name="factor">K [1], at least 0.</param>
    /// <param name="gain">g [1].</param>
    public static double RiceExceeds(double factor, double gain)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(factor);
        var y = (factor + 1) * Math.Max(gain, 0);
        var (weight, term) = (Math.Exp(-factor), Math.Exp(-y));
        var (tail, sum, weights) = (term, weight * term, weight);
        for (var k = 1; weights < 1 - 1e-12 && k < 1000; k++)
        {
            weight *= factor / k;
            weights += weight;
            term *= y / k;
            tail += term;
            sum += weight * tail;
        }

        return Math.Min(1, sum);
    }

    /// <summary>Rice: |√(K/(K+1)) + √(1/(K+1)) (x + iy)/√2|² [1].</summary>
    /// <param name="factor">K, power of the dominant path over that of all others [1], at least 0.</param>
    /// <param name="inPhase">x, standard normal.</param>
    /// <param name="quadrature">y, standard normal and independent of x.</param>
    public static double Rice(double factor, double inPhase, double quadrature)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(factor);
        var scattered = Math.Sqrt(0.5 / (factor + 1));
        var real = Math.Sqrt(factor / (factor + 1)) + scattered * inPhase;
        var imaginary = scattered * quadrature;
        return real * real + imaginary * imaginary;
    }
}
