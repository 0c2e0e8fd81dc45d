using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

public sealed class HolmTests
{
    private static readonly double[] FromR = [0.03, 0.06, 0.06, 0.02];
    private static readonly double[] Ones = [1, 1];

    [Test]
    public void Adjusted_values_are_those_of_p_adjust() =>
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm").
        Assert.That(Holm.Adjust([0.01, 0.04, 0.03, 0.005]), Is.EqualTo(FromR).Within(1e-12));

    [Test]
    public void An_adjusted_value_is_at_most_1() => Assert.That(Holm.Adjust([0.9, 0.8]), Is.EqualTo(Ones));

    [Test]
    public void Nothing_to_adjust_stays_nothing() => Assert.That(Holm.Adjust([]), Is.Empty);

    [Test]
    public void What_is_no_probability_is_refused() =>
        Assert.That(() => Holm.Adjust([double.NaN]), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
