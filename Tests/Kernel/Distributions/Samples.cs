using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Kernel.Distributions;

namespace M2mVsIoTSim.Tests.Kernel.Distributions;

/// <summary>Samples of fixed seeds, and how far they are from what they should be.</summary>
internal static class Samples
{
    public const int Count = 200_000;

    /// <summary>One sample from each of many draws of one entity.</summary>
    public static double[] Of(IDistribution distribution, int count = Count)
    {
        var stream = new Randomness(seed: 11, replication: 0).Stream(Entity.Of("sample"), Purpose.Named("distribution"));
        var sample = new double[count];
        for (var i = 0; i < count; i++)
        {
            sample[i] = stream.Sample(distribution);
        }

        return sample;
    }

    /// <summary>Kolmogorov and Smirnov's distance to a distribution function, times √n.</summary>
    public static double Distance(double[] sample, Func<double, double> cumulative)
    {
        var (sorted, distance) = (sample.Order().ToArray(), 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            var f = cumulative(sorted[i]);
            distance = Math.Max(distance, Math.Max(f - (double)i / sorted.Length, (i + 1.0) / sorted.Length - f));
        }

        return distance * Math.Sqrt(sorted.Length);
    }

    /// <summary>Pearson's χ² over its quantile at 99.9 %; neighbours are taken together until at least 20 are expected.</summary>
    public static double ChiSquareOverLimit(IReadOnlyList<long> counts, IReadOnlyList<double> expected)
    {
        var (sum, bins, count, hope, rest) = (0.0, 0, 0L, 0.0, expected.Sum());
        for (var i = 0; i < expected.Count; i++)
        {
            (count, hope, rest) = (count + counts[i], hope + expected[i], rest - expected[i]);
            if (hope >= 20 && rest >= 20 || i == expected.Count - 1)
            {
                sum += (count - hope) * (count - hope) / hope;
                (bins, count, hope) = (bins + 1, 0, 0);
            }
        }

        return sum / MathNet.Numerics.Distributions.ChiSquared.InvCDF(bins - 1, 0.999);
    }
}
