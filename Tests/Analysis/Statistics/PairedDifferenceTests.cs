using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

public sealed class PairedDifferenceTests
{
    // Hours of sleep gained under two drugs: Student, The probable error of a mean, Biometrika 6, 1908; the data set "sleep" of R,
    // whose t.test(paired = TRUE) gives the values below.
    private static readonly double[] First = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] Second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    private static readonly PairedDifference Sleep = PairedDifference.Of(First, Second);

    [Test]
    public void Students_sleepers_differ_by_1_58_hours() => Assert.That(Sleep.Difference.Mean, Is.EqualTo(-1.58).Within(1e-9));

    [Test]
    public void Students_interval_begins_at_minus_2_4599() => Assert.That(Sleep.Difference.Low, Is.EqualTo(-2.4598858).Within(1e-6));

    [Test]
    public void Students_p_value_is_0_002833() => Assert.That(Sleep.P, Is.EqualTo(0.002833).Within(1e-6));

    [Test]
    public void The_same_sleepers_correlate_by_0_795() => Assert.That(Sleep.Correlation, Is.EqualTo(0.7952).Within(1e-4));

    [Test]
    public void Pairing_keeps_a_fifth_of_the_variance_of_sleep() =>
        // var(A - B) = 1.230^2, var A = 1.789^2, var B = 2.002^2.
        Assert.That(Sleep.VarianceRatio, Is.EqualTo(1.5129 / (3.2006 + 4.0090)).Within(1e-3));

    [Test]
    public void A_constant_difference_is_certain() => Assert.That(PairedDifference.Of([2, 2, 2], [1, 1, 1]).P, Is.Zero);

    [Test]
    public void Equal_pairs_are_identical() => Assert.That(PairedDifference.Of([1, 2], [1, 2]).Identical, Is.True);

    [Test]
    public void Rounding_is_no_difference() => Assert.That(PairedDifference.Of([0.1 + 0.2, 1], [0.3, 1]).Identical, Is.True);

    [Test]
    public void One_pair_gives_no_p_value() => Assert.That(PairedDifference.Of([1], [2]).P, Is.Null);

    [Test]
    public void A_side_that_does_not_vary_has_no_correlation() =>
        Assert.That(PairedDifference.Of([1, 1, 1], [1, 2, 3]).Correlation, Is.Null);

    [Test]
    public void Equal_pairs_go_together() => Assert.That(PairedDifference.Of([1, 2], [1, 2]).Correlation, Is.EqualTo(1));

    [Test]
    public void Equal_pairs_that_do_not_vary_have_no_correlation() => Assert.That(PairedDifference.Of([1, 1], [1, 1]).Correlation, Is.Null);

    [Test]
    public void Lists_of_different_length_are_refused() => Assert.That(() => PairedDifference.Of([1], [1, 2]), Throws.ArgumentException);
}
