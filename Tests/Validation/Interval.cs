namespace M2mVsIoTSim.Tests.Validation;

/// <summary>Mean of batches with the half-width of its 99 % interval.</summary>
internal readonly record struct Interval(double Mean, double HalfWidth)
{
    /// <summary>Number of batches for which <see cref="StudentQuantile"/> holds.</summary>
    public const int Batches = 30;

    /// <summary>Student's t for 29 degrees of freedom, 99 % two-sided.</summary>
    private const double StudentQuantile = 2.756;

    public static Interval Of(IReadOnlyList<double> batches)
    {
        Assert.That(batches, Has.Count.EqualTo(Batches));
        var mean = batches.Average();
        var variance = batches.Sum(value => (value - mean) * (value - mean)) / (Batches - 1);
        return new Interval(mean, StudentQuantile * Math.Sqrt(variance / Batches));
    }

    /// <summary>Theory lies in the interval, and the interval is no wider than ±2 %.</summary>
    public void AssertAgreesWith(double theory)
    {
        var (mean, halfWidth) = (Mean, HalfWidth);
        Assert.Multiple(() =>
        {
            Assert.That(halfWidth, Is.LessThanOrEqualTo(0.02 * theory), "half-width");
            Assert.That(mean, Is.EqualTo(theory).Within(halfWidth), "mean");
        });
    }
}
