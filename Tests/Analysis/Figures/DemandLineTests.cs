using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Figures;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Figures;

public sealed class DemandLineTests
{
    private static readonly Metric Latency = MetricTable.Find("latency-p95");
    private static readonly Metric Delivery = MetricTable.Find("delivery-in-time");

    [Test]
    public void A_deadline_is_a_line_of_the_latency() => Assert.That(DemandLine.Of(Results(), Latency, "reading", [3, 5]), Is.EqualTo(10));

    [Test]
    public void A_deadline_far_from_everything_is_not_drawn() =>
        Assert.That(DemandLine.Of(Results(), Latency, "reading", [0.003, 0.005]), Is.Null);

    [Test]
    public void A_share_that_is_required_is_drawn_wherever_it_lies() =>
        Assert.That(DemandLine.Of(Results(), Delivery, "reading", [0.01, 0.02]), Is.EqualTo(0.98));

    [Test]
    public void Nothing_is_demanded_of_what_the_job_does_not_name() =>
        Assert.That(DemandLine.Of(Results(), Latency, "nothing", [3, 5]), Is.Null);

    private static ComparisonResults Results()
    {
        var manifest = SampleStudy.Manifest();
        var comparison = manifest.Comparisons[0];
        var relation = comparison.Relations[0] with { Name = "reading", DeadlineS = 10, DeliveryTarget = 0.98, ReactionS = null };
        manifest = manifest with { Comparisons = [comparison with { Relations = [relation] }] };
        return ComparisonResults.Of(new("", manifest, [], [], [], []), comparison.Name);
    }
}
