using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

public sealed class WarmUpTests
{
    [Test]
    public void A_decaying_start_does_not_colour_the_mean()
    {
        var warmUp = WarmUp.Of([.. Enumerable.Range(0, 200).Select(i => (1L, 1 + (10 * Math.Exp(-i / 8.0)) + (0.1 * Math.Sin(i * 2.4))))])!;

        // The waves of 0.1 cancel out over half of the slices or more; all slices together have a mean of 1.4.
        Assert.That(warmUp.Mean, Is.EqualTo(1).Within(0.005));
    }

    [Test]
    public void The_mean_is_that_of_the_messages_after_it() =>
        Assert.That(
            WarmUp.Of([.. Enumerable.Range(0, 200).Select(i => i < 20 ? (7L, 70.0) : (3L, 6.0))]),
            Is.EqualTo(new WarmUp(20 / 200.0, 2))
        );

    [Test]
    public void Slices_without_messages_are_skipped() =>
        Assert.That(WarmUp.Of([.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? (0L, 0.0) : (1L, 2.0))]), Is.EqualTo(new WarmUp(0, 2)));

    [Test]
    public void A_few_messages_say_nothing() => Assert.That(WarmUp.Of([(1, 1), (1, 1), (0, 0)]), Is.Null);
}
