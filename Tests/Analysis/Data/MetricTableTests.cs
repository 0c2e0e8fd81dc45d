using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Analysis.Data;

public sealed class MetricTableTests
{
    [Test]
    public void Every_metric_has_its_own_name() => Assert.That(MetricTable.All.Select(metric => metric.Name), Is.Unique);

    [Test]
    public void Every_definition_is_a_sentence() => Assert.That(MetricTable.All.Select(metric => metric.Definition), Has.All.EndsWith("."));

    [Test]
    public void A_drop_reason_is_a_metric_of_its_own() =>
        Assert.That(MetricTable.Find("dropped:collision").Title, Is.EqualTo("Lost: collision"));

    [TestCase("dropped:")]
    [TestCase("dropped")]
    [TestCase("speed:fast")]
    public void A_name_outside_the_table_is_refused(string name) =>
        Assert.That(() => MetricTable.Find(name), Throws.ArgumentException.With.Message.Contains("dropped:…"));

    [Test]
    public void Latency_comes_before_energy() =>
        Assert.That(MetricTable.OrderOf("latency-mean"), Is.LessThan(MetricTable.OrderOf("energy:sleep")));
}
