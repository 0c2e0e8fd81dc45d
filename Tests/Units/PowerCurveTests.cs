using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Units;

public sealed class PowerCurveTests
{
    private static readonly PowerCurve Curve = new((2, 0.024), (10, 0.032), (14, 0.044));

    [TestCase(2, 0.024)]
    [TestCase(6, 0.028)]
    [TestCase(12, 0.038)]
    [TestCase(14, 0.044)]
    public void Between_two_points_the_current_lies_on_a_straight_line(double power, double current) =>
        Assert.That(Curve.At(power), Is.EqualTo(current).Within(1e-12));

    [TestCase(-5, 0.024)]
    [TestCase(20, 0.044)]
    public void Beyond_its_ends_a_curve_is_level(double power, double current) => Assert.That(Curve.At(power), Is.EqualTo(current));

    [Test]
    public void Curves_with_the_same_points_are_equal() =>
        Assert.That(Curve, Is.EqualTo(new PowerCurve((2, 0.024), (10, 0.032), (14, 0.044))).And.Not.EqualTo(PowerCurve.Constant(0.024)));

    [Test]
    public void Powers_ascend() => Assert.That(() => new PowerCurve((14, 0.044), (2, 0.024)), Throws.ArgumentException);
}
