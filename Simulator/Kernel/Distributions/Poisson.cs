namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Poisson by its mean: whole numbers from 0 on.</summary>
/// <remarks>Below a mean of 10 a search along the distribution function, which takes one number; above, Hörmann's PTRS ("The transformed rejection
/// method for generating Poisson random variables", Insurance: Mathematics and Economics 12, 1993), which takes two numbers a try; most
/// succeed.</remarks>
public sealed record Poisson : IDistribution
{
    private const double Greatest = 1e9;
    private const double SearchBelow = 10;
    private readonly double _a;
    private readonly double _b;
    private readonly double _logInverseAlpha;
    private readonly double _vr;
    private readonly double _logMean;

    /// <param name="mean">Mean [1], above 0, at most 10⁹.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is outside its range.</exception>
    public Poisson(double mean)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Legal.Positive(mean), Greatest, nameof(mean));
        Mean = mean;
        _logMean = Math.Log(mean);
        // The letters and constants of the paper.
        _b = 0.931 + 2.53 * Math.Sqrt(mean);
        _a = -0.059 + 0.02483 * _b;
        _vr = 0.9277 - 3.6224 / (_b - 2);
        _logInverseAlpha = Math.Log(1.1239 + 1.1328 / (_b - 3.4));
    }

    /// <inheritdoc/>
    public double Mean { get; }

    /// <inheritdoc/>
    public double Variance => Mean;

    /// <inheritdoc/>
    public double Minimum => 0;

    /// <inheritdoc/>
    public double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => Mean < SearchBelow ? Search(draw.Uniform()) : TransformedRejection(ref draw);

    private double Search(double u)
    {
        var (k, share) = (0.0, Math.Exp(-Mean));
        // Rounding may leave the sum of all shares just below u; far out nothing is added any more.
        for (var sum = share; u >= sum && (k < Mean || share > 1e-18); sum += share)
        {
            share *= Mean / ++k;
        }

        return k;
    }

    private double TransformedRejection(ref Draw draw)
    {
        while (true)
        {
            var u = draw.Uniform() - 0.5;
            var v = 1 - draw.Uniform();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * _a / us + _b) * u + Mean + 0.43);
            if (us >= 0.07 && v <= _vr)
            {
                return k;
            }

            if (k < 0 || (us < 0.013 && v > us))
            {
                continue;
            }

            if (Math.Log(v) + _logInverseAlpha - Math.Log(_a / (us * us) + _b) <= k * _logMean - Mean - GammaFunction.LogOf(k + 1))
            {
                return k;
            }
        }
    }
}
