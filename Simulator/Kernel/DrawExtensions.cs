namespace M2mVsIoTSim.Kernel;

/// <summary>Distributions straight on the numbers of a <see cref="Draw"/>; as objects with moments see <see cref="M2mVsIoTSim.Kernel.Distributions.IDistribution"/>.</summary>
public static class DrawExtensions
{
    /// <summary>Uniform on [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public static double Uniform(this ref Draw draw, double low, double high) => low + (high - low) * draw.Uniform();

    /// <summary>Uniform on 0 … <paramref name="count"/> − 1 [1], biased by less than <paramref name="count"/>·2⁻⁶⁴ (Lemire 2019, without rejection).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count below 1.</exception>
    public static int UniformIndex(this ref Draw draw, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return (int)Math.BigMul(draw.NextBits(), (ulong)count, out _);
    }

    /// <summary>True with a probability [1].</summary>
    public static bool Bernoulli(this ref Draw draw, double probability) => draw.Uniform() < probability;

    /// <summary>Exponential with a mean; inverse of the distribution function.</summary>
    public static double Exponential(this ref Draw draw, double mean) => -mean * Math.Log(1 - draw.Uniform());

    /// <summary>Erlang: the sum of <paramref name="shape"/> exponentials with <paramref name="mean"/> in all.</summary>
    /// <remarks>A gamma distribution of whole shape.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A shape below 1.</exception>
    public static double Erlang(this ref Draw draw, int shape, double mean)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shape, 1);
        var (product, logarithm) = (1.0, 0.0);
        for (var i = 0; i < shape; i++)
        {
            product *= 1 - draw.Uniform();
            // A factor is at least 2⁻⁵³: take the logarithm before the product can underflow.
            if (product < 1e-290)
            {
                logarithm += Math.Log(product);
                product = 1;
            }
        }

        return -mean / shape * (logarithm + Math.Log(product));
    }

    /// <summary>Normal with mean 0 and standard deviation 1; Box and Muller 1958, the cosine branch.</summary>
    public static double Normal(this ref Draw draw)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - draw.Uniform()));
        return radius * Math.Cos(2 * Math.PI * draw.Uniform());
    }

    /// <summary>Normal with a mean and a standard deviation.</summary>
    public static double Normal(this ref Draw draw, double mean, double deviation) => mean + deviation * draw.Normal();

    /// <summary>Lognormal with a median, in its unit, and the standard deviation of its natural logarithm [1].</summary>
    public static double LogNormal(this ref Draw draw, double median, double sigma) => median * Math.Exp(sigma * draw.Normal());

    /// <summary>Pareto from <paramref name="minimum"/> with a shape [1]; inverse of the distribution function.</summary>
    public static double Pareto(this ref Draw draw, double minimum, double shape) => minimum * Math.Pow(1 - draw.Uniform(), -1 / shape);

    /// <summary>Index of a weight, with probability in proportion to it.</summary>
    /// <param name="draw">The numbers.</param>
    /// <param name="weights">Non-negative, not all zero [1].</param>
    /// <exception cref="ArgumentException">A weight is negative or not a number, or none is positive.</exception>
    public static int Choice(this ref Draw draw, ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        var lastPositive = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0))
            {
                throw new ArgumentException($"Weight {i} is {weights[i]}; weights are not negative.", nameof(weights));
            }

            total += weights[i];
            lastPositive = weights[i] > 0 ? i : lastPositive;
        }

        if (lastPositive < 0)
        {
            throw new ArgumentException("At least one weight must be positive.", nameof(weights));
        }

        var rest = draw.Uniform() * total;
        for (var i = 0; i < lastPositive; i++)
        {
            rest -= weights[i];
            if (rest < 0)
            {
                return i;
            }
        }

        return lastPositive;
    }
}
