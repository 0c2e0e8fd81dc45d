using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>Distribution of the time of one piece of work.</summary>
/// <remarks>
/// A lognormal time of mean m and coefficient of variation c has the median m/√(1+c²) and σ² = ln(1+c²) (Johnson, Kotz,
/// Balakrishnan, Continuous Univariate Distributions 1, chapter 14).
/// </remarks>
public readonly record struct ServiceTime
{
    private readonly double _median;
    private readonly double _sigma;

    private ServiceTime(ServiceShape shape, Duration mean, double median, double sigma)
    {
        (Shape, Mean, _median, _sigma) = (shape, mean, median, sigma);
    }

    /// <summary>Kind of distribution.</summary>
    public ServiceShape Shape { get; }

    /// <summary>Mean of a piece of work of weight 1.</summary>
    public Duration Mean { get; }

    /// <summary>A distribution by its mean and variation.</summary>
    /// <param name="shape">Kind of distribution.</param>
    /// <param name="mean">Mean time, not negative.</param>
    /// <param name="variation">Coefficient of variation [1], not negative; only a lognormal shape uses it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative mean or variation.</exception>
    public static ServiceTime Of(ServiceShape shape, Duration mean, double variation = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mean.Nanoseconds, nameof(mean));
        if (!(variation >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(variation), variation, "A coefficient of variation is not negative.");
        }

        var squares = 1 + variation * variation;
        return new(shape, mean, mean.TotalSeconds / Math.Sqrt(squares), Math.Sqrt(Math.Log(squares)));
    }

    /// <summary>A lognormal distribution by its median and the standard deviation of its natural logarithm.</summary>
    /// <param name="median">Median time, not negative.</param>
    /// <param name="sigma">Standard deviation of the logarithm [1], not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative median or standard deviation.</exception>
    public static ServiceTime LogNormal(Duration median, double sigma)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(median.Nanoseconds, nameof(median));
        if (!(sigma >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "A standard deviation is not negative.");
        }

        return new(ServiceShape.LogNormal, median * Math.Exp(sigma * sigma / 2), median.TotalSeconds, sigma);
    }

    /// <summary>Time of a piece of work.</summary>
    /// <param name="draw">Its luck.</param>
    /// <param name="weight">Its size relative to a mean piece [1].</param>
    public Duration Of(ref Draw draw, double weight)
    {
        var seconds = Shape switch
        {
            ServiceShape.Deterministic => Mean.TotalSeconds,
            ServiceShape.Exponential => draw.Exponential(Mean.TotalSeconds),
            _ => draw.LogNormal(_median, _sigma),
        };
        return Duration.FromSeconds(seconds * weight);
    }
}
