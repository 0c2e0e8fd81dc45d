using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

public sealed class ProportionTests
{
    // R. G. Newcombe, Statistics in Medicine 17, 1998, table I, methods 3 and 5; four decimals.
    [TestCase(81, 263, 0.2553, 0.3662)]
    [TestCase(15, 148, 0.0624, 0.1605)]
    [TestCase(0, 20, 0, 0.1611)]
    [TestCase(1, 29, 0.0061, 0.1718)]
    public void Wilsons_interval_is_the_published_one(int successes, int trials, double low, double high) =>
        Assert.That(Ends(Proportion.Wilson(successes, trials)), Is.EqualTo(new[] { low, high }).Within(5.1e-5));

    [TestCase(81, 263, 0.2527, 0.3676)]
    [TestCase(15, 148, 0.0578, 0.1617)]
    [TestCase(0, 20, 0, 0.1684)]
    [TestCase(1, 29, 0.0009, 0.1776)]
    public void The_exact_interval_is_the_published_one(int successes, int trials, double low, double high) =>
        Assert.That(Ends(Proportion.ClopperPearson(successes, trials)), Is.EqualTo(new[] { low, high }).Within(5.1e-5));

    [Test]
    public void Always_success_reaches_1() => Assert.That(Proportion.Wilson(10, 10).High, Is.EqualTo(1));

    [TestCase(-1, 10)]
    [TestCase(11, 10)]
    [TestCase(0, 0)]
    public void More_successes_than_trials_are_refused(int successes, int trials) =>
        Assert.That(() => Proportion.ClopperPearson(successes, trials), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static double[] Ends(Proportion proportion) => [proportion.Low, proportion.High];
}
