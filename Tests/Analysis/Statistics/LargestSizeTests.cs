using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

public class LargestSizeTests
{
    [TestCase(1, 1_000_000, 777)]
    [TestCase(1, 1_000_000, 1)]
    [TestCase(1, 1_000_000, 999_999)]
    [TestCase(10, 20, 15)]
    public void The_edge_is_found_to_the_last_number(long low, long high, long edge) =>
        Assert.That(LargestSize.Find(low, high, 1e-9, size => size <= edge), Is.EqualTo(new LargestSize(edge, edge + 1)));

    [Test]
    public void A_search_ends_at_its_resolution()
    {
        var found = LargestSize.Find(1, 1_000_000, 0.05, size => size <= 70_000);

        Assert.That((double)found.Fails!.Value / found.Passes!.Value, Is.InRange(1, 1.05));
    }

    [Test]
    public void Where_all_sizes_pass_there_is_no_edge() =>
        Assert.That(LargestSize.Find(5, 100, 0.01, _ => true), Is.EqualTo(new LargestSize(100, null)));

    [Test]
    public void Where_no_size_passes_there_is_no_edge() =>
        Assert.That(LargestSize.Find(5, 100, 0.01, _ => false), Is.EqualTo(new LargestSize(null, 5)));

    [Test]
    public void Nothing_far_beyond_the_edge_is_tried()
    {
        List<long> tried = [];
        LargestSize.Find(
            10,
            1_000_000,
            0.1,
            size =>
            {
                tried.Add(size);
                return size <= 100;
            }
        );

        Assert.That(tried.Max(), Is.EqualTo(160));
    }
}
