using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>Where fleets share a network, each is promised what it gets, and what it requires.</summary>
public sealed class PromisePerFleetTests
{
    private const int Meters = 3000;
    private const int Sensors = 1000;

    /// <summary>Places of the survey, each a draw of whether it is in coverage [1].</summary>
    private const int Surveyed = 2000;

    /// <summary>What may be lost elsewhere on the way, as the report allows for it [1].</summary>
    private const double Elsewhere = 0.01;

    private const string Town = """
        study: { seed: 7, replications: 1, duration: 2 h, warm-up: 0 s }
        jobs:
          town:
            source: a test
            area: { radius: 2 km }
            parties:
              meter: { count: 3000, device: water-meter, indoor: 100 % }
              sensor: { count: 1000, device: environmental-sensor }
              utility: { kind: application }
            relations:
              reading: { from: meter, to: utility, carries: 4 x 16 bit, every: 1 h, require: { delivery: ">= 95 %" } }
              air: { from: sensor, to: utility, carries: 4 x 16 bit, every: 30 min, require: { delivery: ">= 98 %" } }
        architectures:
          mediated:
            parameters: [access]
            hops:
              - { from: meter, to: broker, over: [$access, internet], speaks: udp }
              - { from: sensor, to: broker, over: [$access, internet], speaks: udp }
              - { from: broker, to: utility, over: internet, speaks: push }
        comparisons:
          town:
            question: Who gets what was promised?
            job: town
            cross: { architecture: [mediated], access: [lorawan-eu868, sigfox-rc1, nb-fi, nb-iot] }
        """;

    [TestCase("lorawan-eu868")]
    [TestCase("sigfox-rc1")]
    [TestCase("nb-fi")]
    [TestCase("nb-iot")]
    public void Every_fleet_is_promised_what_it_requires(string access) =>
        Assert.That(
            Build(access).Promises.Select(promise => (promise.Fleet, promise.Margin >= 0)),
            Is.EqualTo([("meter", true), ("sensor", true)])
        );

    [TestCase("sigfox-rc1")]
    [TestCase("nb-fi")]
    [TestCase("nb-iot")]
    public void No_fleet_gets_less_than_it_is_promised(string access)
    {
        var (network, promises) = Build(access);

        foreach (var (fleet, promised, delivered, noise) in Shares(network, promises))
        {
            Assert.That(delivered, Is.GreaterThan(promised - Elsewhere - noise), fleet);
        }
    }

    [Test]
    public void A_fleet_gets_what_it_is_promised_by_LoRaWAN()
    {
        var (network, promises) = Build("lorawan-eu868");

        foreach (var (fleet, promised, delivered, noise) in Shares(network, promises))
        {
            Assert.That(delivered, Is.EqualTo(promised).Within(noise), fleet);
        }
    }

    /// <summary>What each fleet was promised and got, and three standard errors of the places surveyed and those of the run together.</summary>
    private static IEnumerable<(string Fleet, double Promised, double Delivered, double Noise)> Shares(
        BuiltNetwork network,
        IReadOnlyList<Promise> promises
    )
    {
        var times = Cell("nb-iot").Times;
        var deliveries = new DeliveryProbe([.. network.Trees.Select(tree => tree.Relation)], times.Begin, times.Over);
        network.Observers.Add(deliveries);
        network.Open();
        network.Simulation.RunUntil(times.Over);
        foreach (var (promise, relation, count) in new[] { (promises[0], 0, Meters), (promises[1], 1, Sensors) })
        {
            var outcome = deliveries.Of(deliveries.Relations[relation], 0);
            var noise = 3 * Math.Sqrt(promise.Delivery * (1 - promise.Delivery) * (1.0 / Surveyed + 1.0 / count));
            yield return (promise.Fleet, promise.Delivery, (double)outcome.Delivered / outcome.Sent, noise);
        }
    }

    private static (BuiltNetwork Network, IReadOnlyList<Promise> Promises) Build(string access)
    {
        var cell = Cell(access);
        var network = NetworkBuilder.Build(cell.Plan, Library.Shipped, null, 7, 0, cell.Times);
        return (network, network.Equipment.Single(equipment => equipment.Name == access).Installation.Promises);
    }

    private static Cell Cell(string access) =>
        ScenarioText.Load(Town).Cells.Single(cell => cell.Point.ToString().Contains(access, StringComparison.Ordinal));
}
