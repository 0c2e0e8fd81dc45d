using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Analysis.Data;

public sealed class ReadableTests
{
    [TestCase("latency-mean", 0.1234, "123 ms")]
    [TestCase("latency-mean", 1.5, "1.50 s")]
    [TestCase("latency-mean", 90, "90 s")]
    [TestCase("latency-mean", 14400, "4 h")]
    [TestCase("latency-mean", 0, "0 s")]
    [TestCase("delivery", 0.9816, "98.2 %")]
    [TestCase("battery-life", 12.34, "12.3 years")]
    [TestCase("components", 100002, "100 002")]
    [TestCase("energy-per-day", 0.00123, "0.00123 J/d")]
    public void A_value_has_a_fitting_unit(string metric, double value, string text) =>
        Assert.That(Plain(Readable.Value(MetricTable.Find(metric), value)), Is.EqualTo(text));

    [TestCase("battery-life", 25, "25 years")]
    [TestCase("battery-life", 131, "> 25 years")]
    [TestCase("energy-per-day", 131, "131 J/d")]
    public void Beyond_what_readers_are_told_it_is_more_than_that(string metric, double value, string text) =>
        Assert.That(Plain(Readable.Level(MetricTable.Find(metric), value)), Is.EqualTo(text));

    [TestCase(0.18, "18 %")]
    [TestCase(0.999, "99.9 %")]
    [TestCase(0.0512, "5.1 %")]
    public void A_share_is_shown_in_percent(double share, string text) => Assert.That(Plain(Readable.Percent(share)), Is.EqualTo(text));

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
