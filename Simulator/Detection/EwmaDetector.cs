namespace M2mVsIoTSim.Detection;

/// <summary>An alarm when the exponentially weighted moving average z ← λ x + (1 − λ) z is too far from 0.</summary>
/// <remarks>
/// S. W. Roberts, Technometrics 1, 1959; limits ± L √(λ / (2 − λ)), those of the steady state, as in J. M. Lucas and M. S. Saccucci, Technometrics 32,
/// 1990. Left out: the narrower limits of the first values. Validated in the suite <c>detectors</c>.
/// </remarks>
/// <param name="smoothing">λ, above 0, at most 1 [1].</param>
/// <param name="width">L, above 0: the limit in standard deviations of the average [1].</param>
public sealed class EwmaDetector(double smoothing, double width) : IDetector
{
    private readonly double _limit = LimitOf(smoothing, width);
    private double _average;

    /// <summary>The limit of the average itself [1].</summary>
    public static double LimitOf(double smoothing, double width) => width * Math.Sqrt(smoothing / (2 - smoothing));

    /// <inheritdoc/>
    public bool Add(double deviation)
    {
        _average += smoothing * (deviation - _average);
        return Math.Abs(_average) > _limit;
    }

    /// <inheritdoc/>
    public void Reset() => _average = 0;
}
