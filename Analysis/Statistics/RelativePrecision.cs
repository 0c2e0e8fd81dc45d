namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>Decides when there are enough replications.</summary>
/// <param name="Target">Largest half-width that is good enough, relative to the mean [1], such as 0.05.</param>
/// <param name="Confidence">Between 0 and 1 [1].</param>
public sealed record RelativePrecision(double Target, double Confidence = 0.95)
{
    /// <summary>More than this is no advice but a sign that the metric needs another look.</summary>
    private const int Most = 100_000;

    /// <summary>Largest half-width that is good enough, relative to the mean [1].</summary>
    public double Target { get; } =
        Target is > 0 and < 1
            ? Target
            : throw new ArgumentOutOfRangeException(nameof(Target), Target, "a relative precision lies between 0 and 1, such as 0.05.");

    /// <summary>Half-width relative to the mean [1]; null with fewer than two values or a mean of 0.</summary>
    public double? Of(IReadOnlyCollection<double> values) =>
        Estimate.Of(values, Confidence) is { HalfWidth: { } half, Mean: not 0 and var mean } ? half / Math.Abs(mean)
        : Moments.Of(values).Variance is 0 ? 0
        : null;

    /// <summary>Whether the values already give that precision; values that do not vary do.</summary>
    public bool IsReached(IReadOnlyCollection<double> values) => Of(values) <= Target;

    /// <summary>Replications that will probably give that precision, judged by the spread so far.</summary>
    /// <remarks>The smallest n with t(n − 1)·s/√n ≤ target·|mean| (Law, Simulation Modeling and Analysis, 9.4.1).</remarks>
    /// <returns>A number not below what there is; null when there are fewer than two values, the mean is 0, or it is beyond 100 000.</returns>
    public int? Needed(IReadOnlyCollection<double> values)
    {
        if (Of(values) is not { } now)
            return null;
        if (now <= Target)
            return values.Count;
        var sample = Moments.Of(values);
        var spread = Math.Sqrt(sample.Variance!.Value) / Math.Abs(sample.Mean);
        // The half-width falls steadily with n, so halving the range finds the first n that does.
        var (low, high) = (values.Count, Most);
        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            if (Student.TwoSided(Confidence, middle - 1) * spread / Math.Sqrt(middle) <= Target)
                high = middle;
            else
                low = middle;
        }
        return high == Most ? null : high;
    }
}
