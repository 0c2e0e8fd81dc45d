namespace M2mVsIoTSim.Detection;

/// <summary>An alarm when the sum of what is beyond a reference value has grown too large, in either direction: C⁺ ← max(0, C⁺ + x − k), C⁻ ← max(0, C⁻ − x − k).</summary>
/// <remarks>E. S. Page, Biometrika 41, 1954; D. C. Montgomery, Introduction to Statistical Quality Control, 7th edition, section 9.1. Without head start. Validated in the suite <c>detectors</c>.</remarks>
/// <param name="reference">k, not negative: half of the shift for which it is made, in standard deviations [1].</param>
/// <param name="interval">h, above 0: the sum that is too large [1].</param>
public sealed class CusumDetector(double reference, double interval) : IDetector
{
    private double _up;
    private double _down;

    /// <inheritdoc/>
    public bool Add(double deviation)
    {
        _up = Math.Max(0, _up + deviation - reference);
        _down = Math.Max(0, _down - deviation - reference);
        return _up > interval || _down > interval;
    }

    /// <inheritdoc/>
    public void Reset() => _up = _down = 0;
}
