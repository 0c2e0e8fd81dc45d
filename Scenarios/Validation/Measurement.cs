using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Scenarios.Validation;

/// <summary>What a model gave, as a mean over independent replications or batches.</summary>
/// <param name="Count">Replications or batches [1]; 1 for what is computed and not sampled.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Standard deviation between them; 0 for what is computed.</param>
public sealed record Measurement(int Count, double Mean, double Deviation)
{
    /// <summary>Something that is computed, without luck.</summary>
    public static Measurement Computed(double value) => new(1, value, 0);

    /// <summary>Mean and spread of replications or batches.</summary>
    /// <param name="values">At least two.</param>
    public static Measurement Of(IReadOnlyCollection<double> values)
    {
        var sample = Moments.Of(values);
        return new(sample.Count, sample.Mean, Math.Sqrt(sample.Variance ?? 0));
    }

    /// <summary>Whether it is a sample rather than computed.</summary>
    public bool IsSample => Count > 1;

    /// <summary>Standard deviation of the mean.</summary>
    public double StandardError => Deviation / Math.Sqrt(Count);

    /// <summary>Half-width of Student's interval of the mean; 0 for what is computed.</summary>
    /// <param name="confidence">Between 0 and 1 [1].</param>
    public double HalfWidth(double confidence) => IsSample ? Student.TwoSided(confidence, Count - 1) * StandardError : 0;
}
