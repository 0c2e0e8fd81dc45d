using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>What a device is and where it stands decides what it takes and how long its battery lasts.</summary>
public sealed class SensorEnergyTests
{
    private const string Access = "[lte-cat1, lorawan-eu868]";

    [Test]
    public void A_battery_in_the_cold_lasts_as_its_derating_says()
    {
        var lives = Run("area.temperature: [20 °C, -20 °C]")
            .Where(row => row.Metric == "battery-life" && row.Replication == 1)
            .ToDictionary(row => row.Point.Contains("-20 °C", StringComparison.Ordinal) ? "cold" : "warm", row => row.Value);
        var (warm, cold) = (New(20), New(-20));
        // Of the law of BatteryLife, solved for the current.
        var leak = warm.SelfDischargePerSecond;
        var current = leak * warm.UsableCoulombs / (Math.Exp(leak * lives["warm"] * Battery.SecondsPerYear) - 1);

        Assert.That(lives["cold"], Is.EqualTo(BatteryLife.Expected(cold, current) / Battery.SecondsPerYear).Within(1e-6 * lives["cold"]));
    }

    [Test]
    public void A_party_may_be_colder_than_its_area() =>
        Assert.That(
            Load("access: [lorawan-eu868]", "temperature: 5 °C, indoor: 50 %")
                .Cells.Select(cell => cell.Plan.Job.TemperatureOf(Meter(cell))),
            Is.All.EqualTo(5)
        );

    // 144 readings a day and 24 alarms on average, 32.4 uJ each.
    [Test]
    public void Sensing_is_charged_for_every_report() =>
        Assert.That(
            Run("access: [lorawan-eu868]").Where(row => row.Metric == "energy:environmental-sensor, sensing").Select(row => row.Value),
            Is.Not.Empty.And.All.EqualTo(168 * 32.4e-6).Within(1e-9)
        );

    private static Battery New(double temperature) => Library.Shipped.BatteryOf("environmental-sensor", temperature)!;

    private static M2mVsIoTSim.Scenarios.Model.Party Meter(Cell cell) => cell.Plan.Job.Parties["meter"];

    private static IReadOnlyList<RunRow> Run(string cross)
    {
        using var results = new ResultBench();
        results.Run(
            Load(cross.StartsWith("access", StringComparison.Ordinal) ? cross : $"access: [lorawan-eu868], {cross}", "indoor: 50 %")
        );
        return results.Rows<RunRow>();
    }

    private static Study Load(string cross, string party) =>
        ScenarioText.Load(
            ScenarioText
                .Metering.Replace($"access: {Access}", cross, StringComparison.Ordinal)
                .Replace("[direct, mediated]", "[direct]", StringComparison.Ordinal)
                .Replace("device: water-meter, indoor: 50 %", $"device: environmental-sensor, {party}", StringComparison.Ordinal)
        );
}
