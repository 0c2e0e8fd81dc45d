namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>How much A exceeds B when both met the same luck in each replication.</summary>
/// <param name="Difference">Mean of A − B with its interval.</param>
/// <param name="P">Two-sided p value of no difference [1]; null with one pair.</param>
/// <param name="Correlation">Correlation of the pairs [1], −1 to 1; null with one pair, or when one side does not vary.</param>
/// <param name="VarianceRatio">var(A − B) / (var A + var B) [1]: below 1, pairing has paid; null when neither side varies.</param>
/// <param name="Identical">Whether A and B agree in every pair, but for rounding.</param>
public sealed record PairedDifference(Estimate Difference, double? P, double? Correlation, double? VarianceRatio, bool Identical)
{
    /// <summary>Relative difference that rounding alone explains [1].</summary>
    private const double Rounding = 1e-12;

    /// <summary>Compares pair by pair with a t-test on the differences.</summary>
    /// <param name="a">One value per replication.</param>
    /// <param name="b">The values of the same replications.</param>
    /// <param name="confidence">Between 0 and 1 [1].</param>
    /// <exception cref="ArgumentException">The lists differ in length or are empty.</exception>
    public static PairedDifference Of(IReadOnlyList<double> a, IReadOnlyList<double> b, double confidence = 0.95)
    {
        if (a.Count != b.Count)
            throw new ArgumentException($"{a.Count} values of A cannot be paired with {b.Count} of B.", nameof(b));
        if (a.Zip(b).All(pair => Math.Abs(pair.First - pair.Second) <= Rounding * Math.Max(Math.Abs(pair.First), Math.Abs(pair.Second))))
        {
            double? varied = Moments.Of(a).Variance > 0 ? 1 : null;
            return new(new(a.Count, 0, a.Count > 1 ? 0 : null), a.Count > 1 ? 1 : null, varied, varied - 1, Identical: true);
        }
        var differences = Moments.Of(a.Zip(b, (x, y) => x - y));
        var estimate = Estimate.Of(a.Zip(b, (x, y) => x - y), confidence);
        if (differences.Variance is not { } variance)
            return new(estimate, null, null, null, Identical: false);
        var (varianceA, varianceB) = (Moments.Of(a).Variance!.Value, Moments.Of(b).Variance!.Value);
        var error = Math.Sqrt(variance / a.Count);
        return new(
            estimate,
            error == 0 ? 0 : Math.Min(1, 2 * Student.UpperTail(Math.Abs(estimate.Mean) / error, a.Count - 1)),
            varianceA > 0 && varianceB > 0
                ? Math.Clamp((varianceA + varianceB - variance) / (2 * Math.Sqrt(varianceA) * Math.Sqrt(varianceB)), -1, 1)
                : null,
            varianceA + varianceB > 0 ? variance / (varianceA + varianceB) : null,
            Identical: false
        );
    }
}
