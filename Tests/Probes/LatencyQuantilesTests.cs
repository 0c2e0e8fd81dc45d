using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

public sealed class LatencyQuantilesTests
{
    [TestCase(0, 1)]
    [TestCase(0.5, 50)]
    [TestCase(0.95, 95)]
    [TestCase(0.951, 96)]
    [TestCase(1, 100)]
    public void A_quantile_of_kept_latencies_is_an_order_statistic(double share, long expected) =>
        Assert.That(Of(Enumerable.Range(1, 100).Reverse().Select(i => (long)i)).Quantile(share), Is.EqualTo(expected / 1e9));

    [Test]
    public void A_constant_difference_is_seen_exactly()
    {
        long[] values = [.. Enumerable.Range(0, 1000).Select(i => 100_000_000L + (long)i * i * 977)];

        var difference = Of(values.Select(value => value + 12_000_000)).Quantile(0.99) - Of(values).Quantile(0.99);

        Assert.That(difference, Is.EqualTo(0.012).Within(1e-12));
    }

    [Test]
    public void Latencies_are_exact_as_long_as_all_are_kept() =>
        Assert.That(
            (Of(Many(LatencyQuantiles.Kept)).Resolution, Of(Many(LatencyQuantiles.Kept + 1)).Resolution),
            Is.EqualTo((0.0, LatencyQuantiles.BucketWidth))
        );

    [TestCase(0.001)]
    [TestCase(0.5)]
    [TestCase(0.95)]
    [TestCase(0.99)]
    [TestCase(1)]
    public void A_quantile_of_counted_latencies_lies_within_the_stated_error(double share)
    {
        long[] values = [.. Many(200_000)];
        var counted = Of(values);
        Array.Sort(values);

        var exact = values[(int)Math.Ceiling(share * values.Length) - 1] / 1e9;
        Assert.That(counted.Quantile(share), Is.EqualTo(exact).Within(exact * LatencyQuantiles.BucketWidth));
    }

    [TestCase(0)]
    [TestCase(511)]
    [TestCase(512)]
    [TestCase(1_000_001)]
    [TestCase(long.MaxValue)]
    public void Equal_latencies_have_exact_quantiles_however_many_they_are(long nanoseconds) =>
        Assert.That(Of(Enumerable.Repeat(nanoseconds, LatencyQuantiles.Kept + 1)).Quantile(0.5), Is.EqualTo(nanoseconds / 1e9));

    [Test]
    public void Latencies_may_follow_a_quantile()
    {
        var quantiles = Of([3, 1]);
        _ = quantiles.Quantile(1);

        quantiles.Add(new Duration(2));

        Assert.That(quantiles.Quantile(0.5), Is.EqualTo(2e-9));
    }

    [Test]
    public void Without_latencies_there_is_no_quantile() => Assert.That(new LatencyQuantiles().Quantile(0.5), Is.Null);

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void A_share_outside_its_range_is_refused(double share) =>
        Assert.That(() => Of([1]).Quantile(share), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_negative_latency_is_refused() =>
        Assert.That(() => new LatencyQuantiles().Add(new Duration(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());

    /// <summary>Latencies over nine decades, in no order.</summary>
    private static IEnumerable<long> Many(int count) =>
        Enumerable.Range(0, count).Select(i => (long)Math.Pow(10, 9.0 * (i * 7919L % count) / count));

    private static LatencyQuantiles Of(IEnumerable<long> nanoseconds)
    {
        var quantiles = new LatencyQuantiles();
        foreach (var value in nanoseconds)
        {
            quantiles.Add(new Duration(value));
        }

        return quantiles;
    }
}
