using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class LoRaWanDimensioningTests
{
    private static readonly LoRaWanEu868Options Auto = LoRaWanBench.Plain with { Gateways = null };

    [Test]
    public void A_few_devices_nearby_need_one_gateway()
    {
        Assert.That(Network(Auto, 20, 1000).Gateways, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_single_gateway_stands_in_the_middle()
    {
        Assert.That(Network(Auto, 20, 1000).Gateways[0], Is.EqualTo(new Position(0, 0, 15)));
    }

    [Test]
    public void A_larger_area_needs_more_gateways()
    {
        Assert.That(Network(Auto, 200, 20_000).Gateways.Count, Is.GreaterThan(Network(Auto, 200, 8000).Gateways.Count));
    }

    [Test]
    public void More_devices_in_the_same_area_need_more_gateways()
    {
        Assert.That(Network(Auto, 20_000, 5000).Gateways.Count, Is.GreaterThan(Network(Auto, 200, 5000).Gateways.Count));
    }

    [Test]
    public void A_target_that_no_number_meets_is_a_finding()
    {
        var network = Network(Auto with { ForeignLoad = 1, GatewayLimit = 3 }, 200, 5000);

        Assert.That(network.OutsideDomain.Single(), Does.Contain("cannot show that any number of gateways up to 3"));
    }

    [Test]
    public void Several_gateways_are_several_chances()
    {
        // Ten meters about the middle, so that two gateways hear all of them: foreign frames at one of them are none at the other.
        var options = Auto with
        {
            ForeignLoad = 0.1,
        };
        var forecast = new LoRaWanForecast(options, Site(10, 3000, 600), new PlanningSample(Site(10, 3000, 600)));

        var (one, two) = (Lost(1), Lost(2));

        Assert.That(two, Is.LessThan(one / 2));

        double Lost(int gateways) => 1 - forecast.With(gateways).Promises[0].Delivery;
    }

    [TestCase(LoRaRejectionRule.Goursaud)]
    [TestCase(LoRaRejectionRule.Aloha)]
    public void Repetitions_are_counted(LoRaRejectionRule rule)
    {
        var options = Auto with { Rejection = rule };

        Assert.That(Expected(options with { Transmissions = 3 }, 200), Is.GreaterThan(Expected(options, 200)));
        Assert.That(Expected(options with { Confirmed = true }, 200), Is.GreaterThan(Expected(options, 200)));
    }

    [Test]
    public void Without_capture_it_is_the_formula_of_pure_Aloha()
    {
        // All at SF7: 29 octets take 66.816 ms, on eight channels; 199 of 200 are others.
        var options = Auto with
        {
            Rejection = LoRaRejectionRule.Aloha,
            SpreadingFactor = 7,
            DutyCycle = false,
            Demodulators = 1000,
        };

        Assert.That(Expected(options), Is.EqualTo(Math.Exp(-2 * 199.0 / 20 * 0.066816 / 8)).Within(1e-4));
    }

    [Test]
    public void Capture_saves_frames() =>
        Assert.That(Expected(Auto), Is.GreaterThan(Expected(Auto with { Rejection = LoRaRejectionRule.Aloha })));

    [Test]
    public void What_the_duty_cycle_holds_back_is_not_promised()
    {
        // A frame of 29 octets at SF7 takes 66.816 ms; two bands of 1 % permit 2 % / 66.816 ms = 0.29933 frames a second, of one asked for.
        var dimensioned = (LoRaWanInstallation)new LoRaWan(Auto).Install(Site(200, 1000, secondsBetween: 1));

        Assert.That(dimensioned.Promises[0].Permitted, Is.EqualTo(0.29933).Within(0.0001));
    }

    [Test]
    public void A_target_beyond_the_duty_cycle_is_a_finding_that_names_it()
    {
        var network = (LoRaWanInstallation)new LoRaWan(Auto with { GatewayLimit = 2 }).Install(Site(200, 1000, secondsBetween: 1));

        Assert.That(network.OutsideDomain.Single(), Does.Contain("duty cycle"));
    }

    [Test]
    public void Okumura_Hata_with_low_gateways_is_a_finding()
    {
        Assert.That(
            InCity(LoRaWanBench.Plain, 3000),
            Is.EqualTo([
                "lorawan-eu868: the path loss 'hata-city' holds for stations at 30 to 200 m; 100 % of the devices are served by stations at 15 m.",
            ])
        );
    }

    [Test]
    public void Okumura_Hata_next_to_the_gateway_is_a_finding()
    {
        Assert.That(
            InCity(LoRaWanBench.Plain with { GatewayHeight = 30 }, 500),
            Is.EqualTo([
                "lorawan-eu868: the path loss 'hata-city' holds for distances of 1 to 20 km; 100 % of the devices stand 0.5 km from their station.",
            ])
        );
    }

    [Test]
    public void Okumura_Hata_within_its_domain_is_no_finding()
    {
        Assert.That(InCity(LoRaWanBench.Plain with { GatewayHeight = 30 }, 3000), Is.Empty);
    }

    [TestCase(2)]
    [TestCase(7)]
    [TestCase(100)]
    public void Gateways_stand_within_the_area(int count)
    {
        Assert.That(
            Sunflower.Places(count, 1000, 15).Select(place => Math.Sqrt(place.X * place.X + place.Y * place.Y)),
            Is.All.LessThan(1000)
        );
    }

    private static double Expected(LoRaWanEu868Options options, double secondsBetween = 20)
    {
        var site = Site(200, 1000, secondsBetween);
        return new LoRaWanForecast(options, site, new PlanningSample(site)).With(1).Promises[0].Delivery;
    }

    private static IReadOnlyList<string> InCity(LoRaWanEu868Options options, double distance) =>
        new LoRaWanBench(
            options,
            [LoRaWanBench.At(distance)],
            propagation: LoRaWanBench.PlainSight with
            {
                PathLoss = PathLossChoice.HataCity,
            }
        )
            .Network
            .OutsideDomain;

    private static Site Site(int devices, double radius, double secondsBetween)
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain, [.. Sunflower.Places(devices, radius, 1.2)], radius: radius);
        return new Site(bench.Simulation, new Network.Observers(), bench.Meters, radius, new Demand(devices / secondsBetween, 16))
        {
            Propagation = LoRaWanBench.PlainSight,
        };
    }

    private static LoRaWanInstallation Network(LoRaWanEu868Options options, int devices, double radius) =>
        new LoRaWanBench(options, [.. Sunflower.Places(devices, radius, 1.2)], radius: radius).Network;
}
