using M2mVsIoTSim.Kernel.Distributions;
using MathNet.Numerics;

namespace M2mVsIoTSim.Tests.Kernel.Distributions;

public sealed class GammaFunctionTests
{
    [Test]
    public void Its_logarithm_agrees_with_a_numerics_library()
    {
        for (var x = 0.01; x < 1e9; x *= 1.07)
        {
            var expected = SpecialFunctions.GammaLn(x);

            Assert.That(GammaFunction.LogOf(x), Is.EqualTo(expected).Within(2e-14 * Math.Max(1, Math.Abs(expected))), $"{x}");
        }
    }

    [TestCase(0.5, 1.772453850905516)]
    [TestCase(1, 1)]
    [TestCase(5, 24)]
    [TestCase(11, 3628800)]
    public void It_is_the_factorial_one_lower(double x, double expected) =>
        Assert.That(GammaFunction.Of(x) / expected, Is.EqualTo(1).Within(2e-14));
}
