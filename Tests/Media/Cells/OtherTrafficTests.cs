using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Cells;

public class OtherTrafficTests
{
    private static readonly OtherTraffic Half = new(0.5, 1.Milliseconds);

    [Test]
    public void Whoever_comes_to_an_idle_carrier_does_not_wait() => Assert.That(Half.Wait(0.5), Is.EqualTo(Duration.Zero));

    [Test]
    public void Waits_have_the_distribution_of_a_queue()
    {
        // P(W > t) = ρ e^(−(1−ρ) t / S); the number u stands for P(W > t) = ρ − u of those below ρ.
        var wait = Half.Wait(0.4);

        Assert.That(0.5 * Math.Exp(-0.5 * (wait / Half.Turn)), Is.EqualTo(0.1).Within(1e-6));
    }

    [Test]
    public void Their_mean_is_that_of_the_queue()
    {
        const int Count = 100_000;
        var mean = Enumerable.Range(0, Count).Sum(i => Half.Wait((i + 0.5) / Count).TotalSeconds) / Count;

        Assert.That(mean, Is.EqualTo(Half.Mean.TotalSeconds).Within(0.1).Percent);
        Assert.That(Half.Mean, Is.EqualTo(1.Milliseconds));
    }
}
