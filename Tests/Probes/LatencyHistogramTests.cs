using System.Numerics;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

public sealed class LatencyHistogramTests
{
    [TestCase(0, 0)]
    [TestCase(1, 0)]
    [TestCase(2, 16)]
    [TestCase(3, 25)]
    [TestCase(1024, 160)]
    [TestCase(1023, 159)]
    [TestCase(long.MaxValue, 1007)]
    public void A_latency_has_its_bucket(long nanoseconds, int bucket) =>
        Assert.That(LatencyHistogram.BucketOf(nanoseconds), Is.EqualTo(bucket));

    [Test]
    public void Every_bucket_begins_exactly_at_its_root_of_two()
    {
        // n ≥ 2^(i/16) means n^16 ≥ 2^i, which whole numbers decide without rounding.
        var wrong = Enumerable
            .Range(0, LatencyHistogram.Buckets)
            .SelectMany(bucket => Enumerable.Range(-2, 5).Select(step => (long)LatencyHistogram.LowerBound(bucket) + step))
            .Where(nanoseconds => nanoseconds >= 1)
            .Where(nanoseconds =>
            {
                var bucket = LatencyHistogram.BucketOf(nanoseconds);
                var power = BigInteger.Pow(nanoseconds, 16);
                return power < BigInteger.One << bucket || power >= BigInteger.One << (bucket + 1);
            });

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void The_deviation_of_long_latencies_does_not_lose_its_digits()
    {
        var histogram = new LatencyHistogram();
        for (var i = 0; i < 1000; i++)
        {
            histogram.Add(4.Hours + new Duration(i % 2 * 2));
        }

        Assert.That(histogram.Deviation, Is.EqualTo(1e-9).Within(1e-15));
    }

    [Test]
    public void Without_latencies_there_is_nothing_to_tell()
    {
        var histogram = new LatencyHistogram();

        Assert.That((histogram.Mean, histogram.Deviation), Is.EqualTo(((double?)null, (double?)null)));
    }

    [Test]
    public void A_negative_latency_is_refused() =>
        Assert.That(() => new LatencyHistogram().Add(new Duration(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
