namespace M2mVsIoTSim.Analysis.Shares;

/// <summary>What each of several factors contributes to what all of them do together.</summary>
/// <remarks>
/// The value of factor i is the mean, over all orders in which the k factors can be changed, of what changing i then changes:
/// φᵢ = Σ over S without i of |S|! (k − |S| − 1)! / k! · (v(S ∪ i) − v(S)) (L. S. Shapley, A value for n-person games, 1953). It is the only rule by
/// which the parts sum to the whole (efficiency), equal contributions get equal parts (symmetry), a factor that changes nothing gets nothing
/// (dummy), and parts of a sum are sums of parts (additivity).
/// </remarks>
public static class Shapley
{
    /// <summary>More factors than this need more cells than anybody runs: 2 to the power of their number [1].</summary>
    public const int MostFactors = 8;

    /// <summary>The value of each factor; they sum to the worth of all less the worth of none, to rounding.</summary>
    /// <param name="factors">Number of factors, 1 to <see cref="MostFactors"/>.</param>
    /// <param name="worth">What is measured with each set of factors changed: bit i of the index says whether factor i is.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many factors.</exception>
    /// <exception cref="ArgumentException">There is not one worth for each set.</exception>
    public static IReadOnlyList<double> Values(int factors, IReadOnlyList<double> worth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factors, MostFactors);
        ArgumentNullException.ThrowIfNull(worth);
        if (worth.Count != 1 << factors)
            throw new ArgumentException($"{factors} factors have {1 << factors} sets, found the worth of {worth.Count}.", nameof(worth));
        var weights = Weights(factors);
        var values = new double[factors];
        for (var set = 0; set < worth.Count; set++)
        {
            for (var i = 0; i < factors; i++)
            {
                if ((set & (1 << i)) == 0)
                    values[i] += weights[int.PopCount(set)] * (worth[set | (1 << i)] - worth[set]);
            }
        }
        return values;
    }

    /// <summary>Share of all orders in which exactly the members of a set of so many come before a factor [1].</summary>
    private static double[] Weights(int factors) =>
        [.. Enumerable.Range(0, factors).Select(size => Factorial(size) * Factorial(factors - size - 1) / Factorial(factors))];

    private static double Factorial(int n) => Enumerable.Range(1, n).Aggregate(1.0, (product, i) => product * i);
}
