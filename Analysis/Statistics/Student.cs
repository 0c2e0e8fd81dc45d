using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>Student's t distribution.</summary>
public static class Student
{
    private static readonly ConcurrentDictionary<(int, double), double> Quantiles = new();

    /// <summary>The t that a share <paramref name="confidence"/> of the distribution stays within, on both sides of 0.</summary>
    public static double TwoSided(double confidence, int degreesOfFreedom)
    {
        if (confidence is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "a confidence lies between 0 and 1, such as 0.95.");
        return Quantiles.GetOrAdd(
            (degreesOfFreedom, confidence),
            static key => StudentT.InvCDF(0, 1, key.Item1, 1 - ((1 - key.Item2) / 2))
        );
    }

    /// <summary>Probability of a t above <paramref name="t"/> [1].</summary>
    public static double UpperTail(double t, int degreesOfFreedom) => StudentT.CDF(0, 1, degreesOfFreedom, -t);
}
