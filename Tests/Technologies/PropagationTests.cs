using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>Radio luck belongs to places, not to technologies.</summary>
public sealed class PropagationTests
{
    private static readonly Position Station = new(0, 0, 25);
    private static readonly Position Place = new(800, 300, 1.5);
    private static readonly PropagationOptions Town = new() { PathLoss = PathLossChoice.UrbanMacro };

    [Test]
    public void Two_carriers_stand_behind_the_same_hill()
    {
        Assert.That(Shadow(868.0.Megahertz), Is.EqualTo(Shadow(2100.0.Megahertz)).Within(1e-9));
    }

    [Test]
    public void A_device_in_the_open_loses_nothing_into_a_building()
    {
        Assert.That(Of(Town).Penetration(Entity.Of("meter"), indoor: false), Is.Zero);
    }

    [Test]
    public void Modern_buildings_take_more_than_old_ones()
    {
        double Mean(BuildingModel buildings) =>
            Enumerable.Range(0, 200).Average(i => Of(Town with { Buildings = buildings }).Penetration(Entity.Of("meter", i), indoor: true));

        Assert.That(Mean(BuildingModel.Tr38901High), Is.GreaterThan(Mean(BuildingModel.Tr38901Low) + 5));
    }

    [Test]
    public void Without_fading_every_frame_is_as_strong_as_the_last() => Assert.That(Of(Town).Fading(Entity.Of("meter"), 0, 17), Is.Zero);

    [Test]
    public void Fading_lets_a_device_at_the_edge_through_now_and_then()
    {
        // 3 dB below the sensitivity on average: e^(−2) = 13.5 % of frames are strong enough; 300 of them, four standard deviations are 8 %.
        var distance = Math.Pow(10, (14 + 130 + 3 - 7.7) / 37.6);
        var bench = new LoRaWanBench(
            LoRaWanBench.Plain with
            {
                SpreadingFactor = 7,
                DutyCycle = false,
            },
            [LoRaWanBench.At(distance)],
            propagation: LoRaWanBench.PlainSight with
            {
                Fading = FadingModel.Rayleigh,
            }
        );
        for (var i = 0; i < 300; i++)
        {
            bench.Report(0, i);
            bench.RunFor(10.Seconds);
        }

        Assert.That(bench.Log.DeliveredMessages.Count / 300.0, Is.EqualTo(Math.Exp(-2)).Within(0.08));
    }

    private static Propagation Of(PropagationOptions options) => new(options, 868.0.Megahertz, new Randomness(1, 0));

    private static double Shadow(Frequency carrier)
    {
        var propagation = new Propagation(new PropagationOptions(), carrier, new Randomness(1, 0));
        return propagation.Loss(Entity.Of("meter"), Place, 0, 0, Station)
            - propagation.Model.Median(propagation.Geometry(Place, Station), true);
    }
}
