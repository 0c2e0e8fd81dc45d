using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>How many gateways are built is decided for a survey of the area, once.</summary>
public sealed class SiteSurveyTests
{
    [Test]
    public void Every_replication_has_as_many_gateways() =>
        Assert.That(Enumerable.Range(0, 4).Select(replication => Gateways(100, replication)).Distinct().Count(), Is.EqualTo(1));

    [Test]
    public void A_smaller_fleet_needs_no_more_gateways_than_a_larger_one() =>
        Assert.That(Gateways(100, 0), Is.LessThanOrEqualTo(Gateways(1000, 0)));

    private static int Gateways(int meters, int replication)
    {
        var text = ScenarioText
            .Metering.Replace("count: 6", $"count: {meters}", StringComparison.Ordinal)
            .Replace("radius: 1 km", "radius: 3 km", StringComparison.Ordinal);
        var cell = ScenarioText.Load(text).Cells.First(cell => cell.Point.ToString().Contains("lorawan", StringComparison.Ordinal));
        var network = NetworkBuilder.Build(cell.Plan, Library.Shipped, null, 7, replication, cell.Times);
        return network.Equipment.Select(equipment => equipment.Installation).OfType<LoRaWanInstallation>().Single().Gateways.Count;
    }
}
