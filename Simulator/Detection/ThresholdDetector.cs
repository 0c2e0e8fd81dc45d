namespace M2mVsIoTSim.Detection;

/// <summary>An alarm whenever a value is too far from where it should be: Shewhart's chart for single values.</summary>
/// <remarks>W. A. Shewhart 1931; D. C. Montgomery, Introduction to Statistical Quality Control, 7th edition, chapter 6. Validated in the suite <c>detectors</c>.</remarks>
/// <param name="limit">In standard deviations, above 0 [1].</param>
public sealed class ThresholdDetector(double limit) : IDetector
{
    /// <inheritdoc/>
    public bool Add(double deviation) => Math.Abs(deviation) > limit;

    /// <inheritdoc/>
    public void Reset() { }
}
