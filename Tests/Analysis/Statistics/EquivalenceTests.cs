using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

public sealed class EquivalenceTests
{
    private static readonly double[] Differences = [-0.9, 0.1, 0.1, 1.1];

    [Test]
    public void A_wide_margin_shows_equivalence() => Assert.That(Equivalence.P(Differences, 5), Is.LessThan(0.05));

    [Test]
    public void A_narrow_margin_does_not() => Assert.That(Equivalence.P(Differences, 0.5), Is.GreaterThan(0.05));

    [Test]
    public void At_the_90_percent_interval_the_p_value_is_5_percent()
    {
        var half = Estimate.Of(Differences, 0.90).HalfWidth!.Value;

        Assert.That(Equivalence.P(Differences, 0.1 + half), Is.EqualTo(0.05).Within(1e-9));
    }

    [Test]
    public void One_pair_decides_nothing() => Assert.That(Equivalence.P([0], 1), Is.Null);

    [Test]
    public void Equal_pairs_are_equivalent_within_any_margin() => Assert.That(Equivalence.P([0, 0, 0], 1e-9), Is.Zero);

    [Test]
    public void A_margin_of_nothing_is_refused() =>
        Assert.That(() => Equivalence.P([0, 0], 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
