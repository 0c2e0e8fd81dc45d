namespace M2mVsIoTSim.Detection;

/// <summary>An alarm when the score of a linear model, whose weights were learned from examples, is too high.</summary>
/// <remarks>
/// The features are those of <see cref="RecentMeans"/>. The logistic function of a score would be the probability of a fault among the examples; as it grows
/// with the score, and the limit follows from false alarms, it is not needed. Validated in the suite <c>detectors</c>.
/// </remarks>
/// <param name="weights">Of each feature [1].</param>
/// <param name="limit">The score that is too high [1].</param>
public sealed class LearnedDetector(IReadOnlyList<double> weights, double limit) : IDetector
{
    private readonly double[] _weights = [.. weights];
    private readonly double[] _features = new double[RecentMeans.Count];
    private readonly RecentMeans _recent = new();

    /// <inheritdoc/>
    public bool Add(double deviation) => Score(deviation) > limit;

    /// <inheritdoc/>
    public void Reset() => _recent.Reset();

    /// <summary>Takes the next value and tells the score [1].</summary>
    internal double Score(double deviation)
    {
        _recent.Take(deviation, _features);
        var score = 0.0;
        for (var i = 0; i < _weights.Length; i++)
        {
            score += _weights[i] * _features[i];
        }

        return score;
    }
}
