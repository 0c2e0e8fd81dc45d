using CsCheck;
using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Analysis.Data;

public sealed class LogHistogramTests
{
    [TestCase(0, 0)]
    [TestCase(1e-9, 0)]
    [TestCase(2e-9, 16)]
    [TestCase(1.024e-6, 160)]
    public void Buckets_count_sixteenths_of_doublings_of_a_nanosecond(double seconds, int bucket) =>
        Assert.That(LogHistogram.BucketOf(seconds), Is.EqualTo(bucket));

    [Test]
    public void A_value_lies_between_the_edges_of_its_bucket() =>
        // Edges and logarithm round separately, hence the relative slack of a few units in the last place.
        Gen.Double[1e-9, 1e9]
            .Sample(value =>
            {
                var bucket = LogHistogram.BucketOf(value);
                return value >= LogHistogram.Lower(bucket) * (1 - 1e-12) && value < LogHistogram.Upper(bucket) * (1 + 1e-12);
            });

    [Test]
    public void Merged_counts_are_the_counts_of_everything()
    {
        var (left, right) = (new LogHistogram(), new LogHistogram());
        left.Add(3, 2);
        right.Add(3, 1);
        right.Add(9, 4);

        left.Add(right);

        Assert.That(left.Buckets, Is.EqualTo(new[] { (3, 3L), (9, 4L) }));
    }

    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(1e10)]
    public void A_duration_that_cannot_be_is_refused(double seconds) =>
        Assert.That(() => LogHistogram.BucketOf(seconds), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
