using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

public sealed class EstimateTests
{
    [Test]
    public void The_interval_of_1_to_5_is_3_plus_minus_1_963() =>
        // t(4; 0.975) = 2.7764 (NIST/SEMATECH e-Handbook, 1.3.6.7.2), s = sqrt(2.5): 2.7764 * sqrt(2.5 / 5).
        Assert.That(Estimate.Of([1, 2, 3, 4, 5]).HalfWidth, Is.EqualTo(1.9632).Within(1e-4));

    [Test]
    public void One_replication_has_no_interval() => Assert.That(Estimate.Of([3]), Is.EqualTo(new Estimate(1, 3, null)));

    [Test]
    public void Values_that_never_vary_have_an_interval_of_width_0() =>
        Assert.That(Estimate.Of(Enumerable.Repeat(0.1, 10)).HalfWidth, Is.Zero);

    [Test]
    public void An_empty_sample_is_refused() => Assert.That(() => Estimate.Of([]), Throws.ArgumentException);

    [Test]
    public void A_sample_with_a_hole_is_refused() => Assert.That(() => Estimate.Of([1, double.NaN]), Throws.ArgumentException);

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(double.NaN)]
    public void A_confidence_outside_0_to_1_is_refused(double confidence) =>
        Assert.That(() => Estimate.Of([1, 2], confidence), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_ratio_is_that_of_the_totals() => Assert.That(Estimate.OfRatio([2, 4], [1, 3]).Mean, Is.EqualTo(1.5));

    [Test]
    public void The_interval_of_a_ratio_follows_from_its_residuals() =>
        // Residuals 0.5 and -0.5: standard error 0.5, over a mean denominator of 2, times t(1; 0.975) = 12.706.
        Assert.That(Estimate.OfRatio([2, 4], [1, 3]).HalfWidth, Is.EqualTo(12.7062 * 0.5 / 2).Within(1e-4));

    [Test]
    public void Ninety_five_of_a_hundred_intervals_hold_the_truth()
    {
        var random = new Random(1);
        const int Trials = 4000;
        var hits = Enumerable.Range(0, Trials).Count(_ => Holds(Estimate.Of(Enumerable.Range(0, 5).Select(_ => Normal(random)))));

        // Four standard deviations of a share of 0.95 in 4000 trials: 4 * sqrt(0.95 * 0.05 / 4000).
        Assert.That((double)hits / Trials, Is.EqualTo(0.95).Within(0.0138));
    }

    private static bool Holds(Estimate estimate) => estimate.Low <= 0 && estimate.High >= 0;

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
