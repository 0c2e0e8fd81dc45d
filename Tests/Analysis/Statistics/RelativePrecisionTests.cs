using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

public sealed class RelativePrecisionTests
{
    private static readonly double[] Values = [9, 10, 11, 8, 12, 10, 9, 11, 10, 10];

    // s = 1.1547, mean 10; t(23; 0.975) = 2.0687 and t(22; 0.975) = 2.0739 (NIST/SEMATECH e-Handbook, 1.3.6.7.2):
    // 2.0687 * 0.11547 / sqrt(24) = 0.0488 and 2.0739 * 0.11547 / sqrt(23) = 0.0499; 22 give 0.0512.
    [Test]
    public void Five_percent_takes_23_replications() => Assert.That(new RelativePrecision(0.05).Needed(Values), Is.EqualTo(23));

    [Test]
    public void What_is_reached_needs_no_more() => Assert.That(new RelativePrecision(0.2).Needed(Values), Is.EqualTo(10));

    [Test]
    public void Ten_replications_give_8_percent() => Assert.That(new RelativePrecision(0.05).Of(Values), Is.EqualTo(0.0826).Within(1e-4));

    [Test]
    public void Values_that_do_not_vary_are_precise() => Assert.That(new RelativePrecision(0.05).IsReached([0, 0]), Is.True);

    [Test]
    public void A_mean_of_0_has_no_relative_precision() => Assert.That(new RelativePrecision(0.05).Needed([-1, 1]), Is.Null);

    [Test]
    public void One_value_is_never_precise() => Assert.That(new RelativePrecision(0.05).IsReached([1]), Is.False);

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(double.NaN)]
    public void A_precision_outside_0_to_1_is_refused(double target) =>
        Assert.That(() => new RelativePrecision(target), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
