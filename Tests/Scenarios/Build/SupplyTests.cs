using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>What feeds a device decides what its modem does between connections.</summary>
public sealed class SupplyTests
{
    [TestCase("water-meter", "psm")]
    [TestCase("electricity-meter", "drx")]
    public void A_modem_sleeps_as_its_supply_asks(string device, string expected) =>
        Assert.That(Plan(device).Modems.Select(modem => modem.PowerSaving), Is.All.EqualTo(expected));

    [Test]
    public void Another_supply_is_another_power_saving_among_the_factors() =>
        Assert.That(
            Footing.Differences(Plan("water-meter"), Plan("electricity-meter")),
            Does.Contain(("lte-cat1: power-saving", "psm", "drx"))
        );

    private static Plan Plan(string device) =>
        ScenarioText
            .Load(ScenarioText.Metering.Replace("water-meter", device, StringComparison.Ordinal))
            .Cells.First(cell => cell.Point.ToString().Contains("lte", StringComparison.Ordinal))
            .Plan;
}
