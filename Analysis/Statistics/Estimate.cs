namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>A mean over replications with its confidence interval.</summary>
/// <param name="Count">Number of replications [1].</param>
/// <param name="Mean">Their mean.</param>
/// <param name="HalfWidth">Half the width of the interval; null when one replication says nothing about the spread.</param>
public sealed record Estimate(int Count, double Mean, double? HalfWidth)
{
    /// <summary>Lower end of the interval.</summary>
    public double? Low => Mean - HalfWidth;

    /// <summary>Upper end of the interval.</summary>
    public double? High => Mean + HalfWidth;

    /// <summary>Student's t-interval: mean ± t·s/√n.</summary>
    /// <remarks>The values must be independent replications, never packets of one run, which depend on each other.</remarks>
    /// <param name="values">One value per replication; at least one, all finite.</param>
    /// <param name="confidence">Between 0 and 1 [1].</param>
    /// <exception cref="ArgumentException">There is no value, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not between 0 and 1.</exception>
    public static Estimate Of(IEnumerable<double> values, double confidence = 0.95)
    {
        var sample = Moments.Of(values);
        return new(
            sample.Count,
            sample.Mean,
            sample.Variance is { } variance ? Student.TwoSided(confidence, sample.Count - 1) * Math.Sqrt(variance / sample.Count) : null
        );
    }

    /// <summary>A ratio of two totals, such as energy per delivered byte, from its parts in each replication.</summary>
    /// <remarks>
    /// Ratio estimator with the variance of its linearisation, s²(x − r·y)/(n·ȳ²), t with n − 1 degrees of freedom (Cochran, Sampling
    /// Techniques, third edition, equation 6.13). The mean of the replications' ratios would be biased where the denominators differ.
    /// </remarks>
    /// <param name="numerators">x of each replication.</param>
    /// <param name="denominators">y of each replication; their mean must not be 0.</param>
    /// <param name="confidence">Between 0 and 1 [1].</param>
    /// <exception cref="ArgumentException">The lists differ in length, are empty, or the denominators sum to 0.</exception>
    public static Estimate OfRatio(IReadOnlyList<double> numerators, IReadOnlyList<double> denominators, double confidence = 0.95)
    {
        if (numerators.Count != denominators.Count)
            throw new ArgumentException(
                $"{numerators.Count} numerators do not fit {denominators.Count} denominators.",
                nameof(denominators)
            );
        var below = Moments.Of(denominators).Mean;
        if (below == 0)
            throw new ArgumentException("the denominators sum to 0.", nameof(denominators));
        var ratio = Moments.Of(numerators).Mean / below;
        var residuals = Of(numerators.Zip(denominators, (x, y) => x - (ratio * y)), confidence);
        return new(numerators.Count, ratio, residuals.HalfWidth / Math.Abs(below));
    }
}
