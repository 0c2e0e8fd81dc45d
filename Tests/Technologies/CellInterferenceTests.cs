using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Media;
using M2mVsIoTSim.Units;
using Nr = M2mVsIoTSim.Technologies.Nr;

namespace M2mVsIoTSim.Tests.Technologies;

public class CellInterferenceTests
{
    private const double SiteDistance = 1000;
    private const double Exponent = 4;

    private static readonly PropagationOptions PowerLaw = new()
    {
        PathLoss = PathLossChoice.LogDistance,
        Exponent = Exponent,
        ReferenceLoss = 30,
        Shadowing = 0,
    };

    [TestCase(100)]
    [TestCase(300)]
    [TestCase(500)]
    public void All_other_sites_are_heard_as_their_distances_say(double distance)
    {
        // Six sites at 1, six at √3 and six at 2 distances, over all directions.
        var sum = 0.0;
        for (var direction = 0; direction < 360; direction++)
        {
            var (x, y) = At(distance, direction);
            foreach (var (ring, turn) in new[] { (1.0, 0.0), (Math.Sqrt(3), 30), (2, 0) })
            {
                for (var i = 0; i < 6; i++)
                {
                    var (siteX, siteY) = At(ring * SiteDistance, turn + 60 * i);
                    sum += Math.Pow(distance / Math.Sqrt(Math.Pow(x - siteX, 2) + Math.Pow(y - siteY, 2)), Exponent) / 360;
                }
            }
        }

        Assert.That(Decibels.ToLinear(Of(1).Factor(distance)), Is.EqualTo(sum).Within(2).Percent);
    }

    [Test]
    public void The_ratio_to_interference_bounds_the_downlink()
    {
        var interference = Of(0.5);
        var options = Options(0.5);

        // Near enough that noise is nothing: what is left is load times factor.
        Assert.That(
            options.DownlinkRatio - 80 - interference.Downlink(80, 300),
            Is.EqualTo(-interference.Factor(300) - Decibels.FromLinear(0.5)).Within(0.51)
        );
        Assert.That(interference.Downlink(170, 300), Is.Zero);
    }

    [Test]
    public void Interference_of_the_uplink_grows_with_the_load()
    {
        double Ratio(double load) => Decibels.ToLinear(Of(load).Uplink) - 1;

        Assert.That(Ratio(1), Is.EqualTo(4 * Ratio(0.25)).Within(1e-9));
        // Between what evaluations aim at, 10 dB, and nothing.
        Assert.That(Of(1).Uplink, Is.InRange(3, 10));
    }

    [Test]
    public void Noise_counts_as_loss([Values("nb-iot", "lte-m", "lte-cat1", "nr-mmtc")] string name, [Values(3, 6)] int rise)
    {
        CellRadioTechnology technology = name switch
        {
            "nb-iot" => new NbIot(new NbIotOptions()),
            "lte-m" => new LteM(new LteMOptions()),
            "lte-cat1" => new LteCat1(new LteCat1Options()),
            _ => new Nr(name, new NrMmtcOptions()),
        };
        var (plain, raised) = (technology.Air, technology.AirUnder(PowerLaw, rise, rise));

        Assert.That(raised.MaximumCouplingLoss, Is.EqualTo(plain.MaximumCouplingLoss - rise));
        for (var loss = 100; loss + rise <= plain.MaximumCouplingLoss; loss += 4)
        {
            Assert.That(raised.Uplink(loss, 100).Data, Is.EqualTo(plain.Uplink(loss + rise, 100).Data), $"{loss} dB");
            Assert.That(raised.Downlink(loss, 100).Data, Is.EqualTo(plain.Downlink(loss + rise, 100).Data), $"{loss} dB");
            Assert.That(raised.LevelOf(loss), Is.EqualTo(plain.LevelOf(loss + rise)), $"{loss} dB");
        }
    }

    [Test]
    public void However_loud_the_others_are_there_is_an_air_interface([Values(0, 4.4, 12)] double up, [Values(0, 15, 40, 80)] double down)
    {
        CellRadioTechnology[] technologies =
        [
            new NbIot(new NbIotOptions()),
            new LteM(new LteMOptions()),
            new LteCat1(new LteCat1Options()),
            new Nr("nr-mmtc", new NrMmtcOptions()),
        ];
        foreach (var technology in technologies)
        {
            var air = technology.AirUnder(PowerLaw, up, down);
            var edge = Math.Floor(air.MaximumCouplingLoss);

            Assert.That(edge, Is.InRange(0, technology.Air.MaximumCouplingLoss), technology.Name);
            Assert.That(air.Uplink(edge, 20).Blocks + air.Downlink(edge, 20).Blocks, Is.GreaterThanOrEqualTo(2), technology.Name);
        }
    }

    [Test]
    public void A_device_at_any_distance_is_served_or_out_of_range()
    {
        var log = new FrameLog();
        var devices = Enumerable
            .Range(0, 800)
            .Select(i => new Node(log.Simulation, Entity.Of("near", i), log.Observers) { Position = new Position(5 * i, 0, 1.5) })
            .ToArray();
        var installation = new NbIot(
            new NbIotOptions
            {
                Sites = 1,
                Carriers = 1,
                NeighbourLoad = 1,
            }
        ).Install(new Site(log.Simulation, log.Observers, devices, 2000, new Demand(0.01, 100)) { Propagation = PowerLaw });

        // The reach is no whole number of decibels here, and the last one before it is in reach all the same.
        Assert.That(() => devices.Select(device => installation.Join(device, log.Far)).ToArray(), Throws.Nothing);
    }

    [Test]
    public void Neighbours_slow_down_a_device_at_the_edge_most()
    {
        var (near, edge) = (Slowdown(50), Slowdown(900));

        Assert.That(near, Is.InRange(0.99, 1.2));
        Assert.That(edge, Is.GreaterThan(1.5));
    }

    /// <summary>By what factor a download takes longer next to loaded cells [1].</summary>
    private static double Slowdown(double distance)
    {
        double Seconds(double load)
        {
            var log = new FrameLog();
            var device = new Node(log.Simulation, Entity.Of("near"), log.Observers) { Position = new Position(distance, 0, 1.5) };
            var options = new LteCat1Options
            {
                Sites = 1,
                Carriers = 1,
                NeighbourLoad = load,
                CoreRoundTripMedian = Duration.Zero,
                Loss = 0,
                PowerSaving = PowerSaving.Drx,
            };
            var installation = new LteCat1(options).Install(
                new Site(log.Simulation, log.Observers, [device], 1000, new Demand(0.01, 100))
                {
                    Propagation = PowerLaw with { ReferenceLoss = 10 },
                }
            );
            log.Leg = installation.Join(device, log.Far).Down;
            log.Send(0, 1_000_000, SimTime.Start);
            log.Simulation.RunUntil(SimTime.Start + 1.Hours);
            return log.Arrived.Single().At.TotalSeconds;
        }

        return Seconds(1) / Seconds(0);
    }

    private static (double X, double Y) At(double distance, double degrees) =>
        (distance * Math.Cos(degrees * Math.PI / 180), distance * Math.Sin(degrees * Math.PI / 180));

    /// <summary>Sites as high as devices, so that all ways are level.</summary>
    private static LteCat1Options Options(double load) => new() { NeighbourLoad = load, SiteHeight = 1.5 };

    private static CellInterference Of(double load) =>
        new(Options(load), new Propagation(PowerLaw, 900.0.Megahertz, new Simulation().Random), HexagonalGrid.SiteArea(SiteDistance));
}
