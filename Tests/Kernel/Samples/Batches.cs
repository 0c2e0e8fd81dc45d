namespace M2mVsIoTSim.Tests.Kernel.Samples;

/// <summary>A mean and the half width of its 99 % interval, from the means of 20 batches of a run.</summary>
internal readonly record struct Batches(double Mean, double HalfWidth)
{
    public const int Count = 20;

    /// <summary>Quantile of Student's distribution at 99.5 % for 19 degrees of freedom.</summary>
    private const double Student99 = 2.861;

    public static Batches Of(IReadOnlyCollection<double> means)
    {
        Assert.That(means, Has.Count.EqualTo(Count));
        var mean = means.Average();
        var variance = means.Sum(x => (x - mean) * (x - mean)) / (Count - 1);
        return new(mean, Student99 * Math.Sqrt(variance / Count));
    }

    /// <summary>Asserts that the interval contains a value and is narrower than a share of it.</summary>
    public void AreConsistentWith(double expected, double precision)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Mean, Is.EqualTo(expected).Within(HalfWidth));
            Assert.That(HalfWidth, Is.LessThanOrEqualTo(precision * expected));
        }
    }
}
