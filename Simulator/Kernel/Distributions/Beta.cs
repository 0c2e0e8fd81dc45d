namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Beta on [0, 1] by its two shapes [1]: mean α/(α+β).</summary>
/// <remarks>
/// X/(X+Y) of two <see cref="Gamma"/> samples (Devroye, Non-Uniform Random Variate Generation, 1986, IX.4), and for two shapes of at
/// most 1, where both samples may underflow, Jöhnk's method (Metrika 8, 1964). Rejection: takes as many numbers as the two gamma
/// samples, or two a try, of which at least half succeed.
/// </remarks>
public sealed record Beta : IDistribution
{
    /// <param name="towardsOne">Shape α [1], positive: the greater, the nearer to 1.</param>
    /// <param name="towardsZero">Shape β [1], positive: the greater, the nearer to 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A shape is not positive and finite.</exception>
    public Beta(double towardsOne, double towardsZero) =>
        (TowardsOne, TowardsZero) = (Legal.Positive(towardsOne), Legal.Positive(towardsZero));

    /// <summary>Shape α [1].</summary>
    public double TowardsOne { get; }

    /// <summary>Shape β [1].</summary>
    public double TowardsZero { get; }

    /// <inheritdoc/>
    public double Mean => TowardsOne / (TowardsOne + TowardsZero);

    /// <inheritdoc/>
    public double Variance => Mean * (1 - Mean) / (TowardsOne + TowardsZero + 1);

    /// <inheritdoc/>
    public double Minimum => 0;

    /// <inheritdoc/>
    public double Maximum => 1;

    /// <inheritdoc/>
    public double Sample(ref Draw draw)
    {
        if (TowardsOne <= 1 && TowardsZero <= 1)
        {
            return Johnk(ref draw);
        }

        var x = Gamma.Standard(ref draw, TowardsOne);
        return x / (x + Gamma.Standard(ref draw, TowardsZero));
    }

    private double Johnk(ref Draw draw)
    {
        while (true)
        {
            var (logX, logY) = (Math.Log(1 - draw.Uniform()) / TowardsOne, Math.Log(1 - draw.Uniform()) / TowardsZero);
            var (x, y) = (Math.Exp(logX), Math.Exp(logY));
            if (x + y <= 1)
            {
                // Of tiny shapes both powers may underflow; their ratio does not.
                return 1 / (1 + Math.Exp(logY - logX));
            }
        }
    }
}
