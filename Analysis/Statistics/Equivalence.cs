namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>Whether two architectures are equal within a margin that matters; not finding a difference does not show that.</summary>
public static class Equivalence
{
    /// <summary>
    /// The larger p value of two one-sided t-tests on paired differences (D. J. Schuirmann, J. Pharmacokinetics and Biopharmaceutics 15,
    /// 1987): below a level, the mean difference lies within the margin.
    /// </summary>
    /// <param name="differences">A − B of each replication; null is returned with fewer than two.</param>
    /// <param name="margin">Largest difference that does not matter, in the unit of the metric; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not positive.</exception>
    public static double? P(IReadOnlyList<double> differences, double margin)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        var sample = Moments.Of(differences);
        if (sample.Variance is not { } variance)
            return null;
        var error = Math.Sqrt(variance / sample.Count);
        var distance = margin - Math.Abs(sample.Mean);
        return error > 0 ? Student.UpperTail(distance / error, sample.Count - 1)
            : distance > 0 ? 0
            : 1;
    }
}
