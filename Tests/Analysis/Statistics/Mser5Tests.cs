using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

public sealed class Mser5Tests
{
    [Test]
    public void A_transient_of_fifty_observations_is_cut_off()
    {
        var random = new Random(7);
        double[] series = [.. Enumerable.Range(0, 500).Select(i => (i < 50 ? 20 - (0.4 * i) : 0) + random.NextDouble())];

        // The last batches of the slope are within the noise, hence two batches of slack either way.
        Assert.That(Mser5.Of(series)!.Discarded, Is.EqualTo(50).Within(10));
    }

    [Test]
    public void A_steady_series_keeps_most_of_its_observations()
    {
        var random = new Random(7);

        Assert.That(Mser5.Of([.. Enumerable.Range(0, 500).Select(_ => random.NextDouble())])!.IsConclusive, Is.True);
    }

    [Test]
    public void A_series_that_never_settles_is_inconclusive() =>
        Assert.That(Mser5.Of([.. Enumerable.Range(0, 200).Select(i => (double)i)])!.IsConclusive, Is.False);

    [Test]
    public void A_short_series_says_nothing() => Assert.That(Mser5.Of([1, 2, 3]), Is.Null);
}
