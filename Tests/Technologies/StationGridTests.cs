using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>Who asks the nearby stations only learns what asking all of them tells.</summary>
public sealed class StationGridTests
{
    private const int Devices = 5000;
    private static readonly Position[] Stations = Sunflower.Places(60, 30_000, 25);
    private static readonly Position[] Places = Sunflower.Places(Devices, 33_000, 1.5);

    // At the given distance two links in a million may differ, beyond it fewer: of these fleets' 300 000 links none should.
    [TestCase(PathLossChoice.LogDistance, 140)]
    [TestCase(PathLossChoice.LogDistance, 160)]
    [TestCase(PathLossChoice.UrbanMacro, 140)]
    [TestCase(PathLossChoice.RuralMacro, 130)]
    [TestCase(PathLossChoice.Oulu, 140)]
    [TestCase(PathLossChoice.FreeSpace, 110)]
    [TestCase(PathLossChoice.HataSuburban, 140)]
    public void The_stations_within_a_loss_are_those_of_all_that_keep_it(PathLossChoice choice, double greatestLoss)
    {
        var propagation = new Propagation(new PropagationOptions { PathLoss = choice }, 868.0.Megahertz, new Randomness(1, 0));
        var grid = new StationGrid(Stations, propagation);

        var (found, all) = (0, 0);
        for (var i = 0; i < Devices; i++)
        {
            var device = Entity.Of("meter", i);
            var penetration = propagation.Penetration(device, indoor: i % 2 == 0);
            var near = Found(grid.From(device, Places[i], penetration), greatestLoss);
            var each = Enumerable
                .Range(0, Stations.Length)
                .Select(station => (Station: station, Loss: propagation.Loss(device, Places[i], penetration, station, Stations[station])))
                .Where(link => link.Loss <= greatestLoss)
                .ToArray();
            Assert.That(near, Is.EqualTo(each), $"device {i}");
            (found, all) = (found + near.Length, all + Stations.Length);
        }

        Assert.That((double)found / all, Is.InRange(0.001, 0.999), "the limit should tell near from far");
    }

    [Test]
    public void A_fleet_joins_the_gateways_that_it_would_join_if_it_asked_all()
    {
        var options = new LoRaWanEu868Options { Gateways = Stations.Length, ForeignLoad = 0 };
        var simulation = new Simulation(1);
        var observers = new Observers();
        Node[] meters =
        [
            .. Places.Select(
                (place, i) => new Node(simulation, Entity.Of("meter", i), observers) { Position = place, Indoor = i % 2 == 0 }
            ),
        ];
        var network = (LoRaWanInstallation)new LoRaWan(options).Install(new Site(simulation, observers, meters, 30_000, new Demand(1, 16)));
        var budget = new LoRaWanLinkBudget(options, new PropagationOptions(), simulation.Random);

        foreach (var meter in meters)
        {
            var device = (LoRaWanDevice)network.Join(meter, meters[0]);

            double[] powers =
            [
                .. network.Gateways.Select((place, gateway) => budget.ReceivedPower(meter, budget.PenetrationLoss(meter), gateway, place)),
            ];
            var rate = options.Plan.Uplinks[budget.DataRate(powers.Max())];
            var floor = options.GatewaySensitivity(rate) - 6;
            var reaches = powers
                .Select((power, gateway) => (power, gateway))
                .Where(link => link.power >= floor)
                .Select(link => new Reach(link.gateway, (float)Decibels.ToLinear(link.power)));
            Assert.That(
                (device.SpreadingFactor, device.Reaches),
                Is.EqualTo((rate.SpreadingFactor, reaches.ToArray())),
                $"{meter.Entity.Number}"
            );
        }
    }

    [Test]
    public void Looking_for_less_from_step_to_step_leaves_out_the_weaker_ones_only()
    {
        var propagation = new Propagation(new PropagationOptions { Shadowing = 0 }, 868.0.Megahertz, new Randomness(1, 0));
        var links = new StationGrid(Stations, propagation).From(Entity.Of("meter"), new Position(100, 50, 1.5), 0);

        var best = double.PositiveInfinity;
        var asked = 0;
        while (links.Next(best))
        {
            (best, asked) = (Math.Min(best, links.Loss), asked + 1);
        }

        Assert.Multiple(() =>
        {
            Assert.That(best, Is.EqualTo(Stations.Min(at => propagation.Loss(Entity.Of("meter"), new Position(100, 50, 1.5), 0, 0, at))));
            Assert.That(asked, Is.LessThan(5));
        });
    }

    [TestCase(0, 0)]
    [TestCase(-90_000, 40_000)]
    [TestCase(12_345, -23_456)]
    public void The_nearest_station_is_found_from_within_and_from_without(double x, double y)
    {
        var place = new Position(x, y, 1.5);
        var grid = new StationGrid(Stations, new Propagation(new PropagationOptions(), 868.0.Megahertz, new Randomness(1, 0)));

        Assert.That(
            grid.Stations[grid.Nearest(place)].GroundDistanceTo(place),
            Is.EqualTo(Stations.Min(station => station.GroundDistanceTo(place)))
        );
    }

    [Test]
    public void A_single_station_is_found_from_afar()
    {
        var grid = new StationGrid(
            [new Position(0, 0, 25)],
            new Propagation(new PropagationOptions(), 868.0.Megahertz, new Randomness(1, 0))
        );

        Assert.That(Found(grid.From(Entity.Of("meter"), new Position(9000, 0, 1.5), 0), 200), Has.Length.EqualTo(1));
    }

    private static (int Station, double Loss)[] Found(LinkSearch links, double greatestLoss)
    {
        var found = new List<(int, double)>();
        while (links.Next(greatestLoss))
        {
            found.Add((links.Station, links.Loss));
        }

        return [.. found.Order()];
    }
}
