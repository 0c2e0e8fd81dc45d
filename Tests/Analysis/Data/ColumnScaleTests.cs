using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Analysis.Data;

public sealed class ColumnScaleTests
{
    [TestCase("s", 0.96, 2.5)]
    [TestCase("ms", 0.0021, 0.96)]
    [TestCase("s", 0.1, 10800.0)]
    [TestCase("h", 7200.0, 10800.0)]
    public void All_values_of_a_column_have_one_unit(string unit, double least, double greatest) =>
        Assert.That(ColumnScale.Of(MetricTable.Find("latency-p95"), [greatest, least]).Unit, Is.EqualTo(unit));

    [Test]
    public void Large_energies_are_in_kilojoules() =>
        Assert.That(ColumnScale.Of(MetricTable.Find("energy-per-day"), [248_909, 614]).Unit, Is.EqualTo("kJ/d"));

    [TestCase(1.8234, 0.0512, "1.823 [1.772, 1.875]")]
    [TestCase(2.2714, 0.0045, "2.271 [2.267, 2.276]")]
    [TestCase(2.5, 1.5, "2.5 [1.0, 4.0]")]
    [TestCase(1.5, 1e-9, "1.500")]
    [TestCase(3.0, 0.0, "3")]
    public void An_interval_shows_the_digits_that_its_width_allows(double mean, double half, string text) =>
        Assert.That(Latencies(mean).Text(mean, mean - half, mean + half), Is.EqualTo(text));

    [Test]
    public void Without_an_interval_the_mean_stands_alone() => Assert.That(Latencies(1.5).Text(1.5), Is.EqualTo("1.500"));

    [TestCase(0.9998, 0.9996, 1.0, "99.98 [99.96, 100.00]")]
    [TestCase(1.0, 0.958, 1.0, "100.0 [95.8, 100.0]")]
    public void A_share_close_to_all_keeps_its_digits(double share, double low, double high, string text) =>
        Assert.That(ColumnScale.Of(MetricTable.Find("delivery"), [share]).Text(share, low, high), Is.EqualTo(text));

    [TestCase(12.34, 12.1, 12.5, "12.34 [12.10, 12.50] years")]
    [TestCase(20, 12, 28, "20 [12, > 25] years")]
    [TestCase(116, 20, 212, "> 25 [20, > 25] years")]
    [TestCase(116, 110, 122, "> 25 years")]
    [TestCase(-116, -122, -110, "< −25 years")]
    public void A_battery_is_not_said_to_last_for_ever(double years, double low, double high, string text) =>
        Assert.That(
            ColumnScale.Of(MetricTable.Find("battery-life"), [years]).LevelWithUnit(years, low, high).Replace('\u00A0', ' '),
            Is.EqualTo(text)
        );

    private static ColumnScale Latencies(double value) => ColumnScale.Of(MetricTable.Find("latency-mean"), [value]);
}
