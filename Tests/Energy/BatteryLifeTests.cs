using M2mVsIoTSim.Energy;

namespace M2mVsIoTSim.Tests.Energy;

public sealed class BatteryLifeTests
{
    private const double Year = 8760;

    // Q in Ah, I in A and s per hour give hours; a year of 8760 h.
    [TestCase(2.6, 20e-6, 0, 14.840183)]
    [TestCase(2.6, 20e-6, 0.01, 13.837126)]
    [TestCase(2.6, 112.7e-6, 0, 2.633573)]
    [TestCase(2.6, 112.7e-6, 0.01, 2.599491)]
    public void The_life_is_that_of_the_worked_example(double ampereHours, double amperes, double perYear, double years) =>
        Assert.That(BatteryLife.Expected(ampereHours, amperes, perYear / Year) / Year, Is.EqualTo(years).Within(1e-6));

    [Test]
    public void A_battery_in_a_drawer_is_never_quite_empty() =>
        Assert.That(BatteryLife.Expected(1000, 0, 1e-9), Is.EqualTo(double.PositiveInfinity));

    [Test]
    public void The_fifth_percentile_of_twenty_devices_is_the_shortest() =>
        Assert.That(BatteryLife.Percentile([.. Enumerable.Range(1, 20).Select(i => (double)i)]), Is.EqualTo(1));

    [Test]
    public void The_fifth_percentile_of_a_hundred_devices_is_the_fifth_shortest() =>
        Assert.That(BatteryLife.Percentile([.. Enumerable.Range(1, 100).Reverse().Select(i => (double)i)]), Is.EqualTo(5));

    [Test]
    public void No_devices_have_no_percentile() => Assert.That(() => BatteryLife.Percentile([]), Throws.ArgumentException);
}
