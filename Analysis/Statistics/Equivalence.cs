namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>Whether two architectures are equal within a margin that matters; not finding a difference does not show that.</summary>
/// <param name="Margin">The margin, in the unit of the metric.</param>
/// <param name="P">The larger of the two one-sided p values [1].</param>
/// <param name="IsEquivalent">Whether the difference lies within the margin at the level asked for.</param>
public sealed record Equivalence(double Margin, double P, bool IsEquivalent)
{
    /// <summary>Two one-sided t-tests on paired differences (D. J. Schuirmann, J. Pharmacokinetics and Biopharmaceutics 15, 1987).</summary>
    /// <param name="differences">A − B of each replication; null is returned with fewer than two.</param>
    /// <param name="margin">Largest difference that does not matter; positive.</param>
    /// <param name="level">Probability of calling unequal ones equivalent [1], between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not positive, or the level not between 0 and 1.</exception>
    public static Equivalence? Test(IReadOnlyList<double> differences, double margin, double level = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        if (level is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "a level lies between 0 and 1, such as 0.05.");
        var sample = Moments.Of(differences);
        if (sample.Variance is not { } variance)
            return null;
        var error = Math.Sqrt(variance / sample.Count);
        var distance = margin - Math.Abs(sample.Mean);
        var p =
            error > 0 ? Student.UpperTail(distance / error, sample.Count - 1)
            : distance > 0 ? 0
            : 1;
        return new(margin, p, p < level);
    }
}
