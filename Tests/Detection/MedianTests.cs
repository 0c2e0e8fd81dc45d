using M2mVsIoTSim.Detection;

namespace M2mVsIoTSim.Tests.Detection;

public sealed class MedianTests
{
    // Variances of medians of normal samples: H. L. Harter, N. Balakrishnan, tables of order statistics, from memory; π / (2n) where many.
    [TestCase(1, 1, 1e-6)]
    [TestCase(2, 0.5, 1e-4)]
    [TestCase(3, 0.4487, 1e-4)]
    [TestCase(4, 0.2982, 1e-4)]
    [TestCase(5, 0.2868, 1e-4)]
    [TestCase(9, 0.1661, 1e-4)]
    [TestCase(10, 0.1383, 1e-4)]
    [TestCase(2000, Math.PI / 4000, 1e-6)]
    public void The_variance_of_a_median_is_the_published_one(int count, double expected, double tolerance) =>
        Assert.That(MedianVariance.Of(count), Is.EqualTo(expected).Within(tolerance));
}
