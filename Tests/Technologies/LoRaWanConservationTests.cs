using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>Whatever a LoRaWAN network does, each message arrives once or is lost for one reason, and states of energy fill the time.</summary>
public class LoRaWanConservationTests
{
    private static readonly LoRaWanEu868Options Crowded = LoRaWanBench.Plain with { Gateways = 3, Queue = 3, ForeignLoad = 0.05 };

    private static IEnumerable<TestCaseData> Networks() =>
        new (string Name, LoRaWanOptions Options)[]
        {
            ("unconfirmed", Crowded),
            ("repeated", Crowded with { Transmissions = 3 }),
            ("confirmed", Crowded with { Confirmed = true }),
            ("confirmed with step down", Crowded with { Confirmed = true, RetryStepDown = true }),
            ("adaptive", Crowded with { Adr = true, AdrHistory = 3, AdrAckLimit = 4, AdrAckDelay = 2 }),
            ("class C", Crowded with { Class = LoRaWanClass.C }),
            ("class C, confirmed", Crowded with { Class = LoRaWanClass.C, Confirmed = true }),
            ("joining", Crowded with { Activation = LoRaWanActivation.OverTheAir }),
            ("late answers", Crowded with { Confirmed = true, PathDelay = 450.Milliseconds, BackhaulLoss = 0.1 }),
            (
                "everything in North America",
                new LoRaWanUs915Options
                {
                    Gateways = 3,
                    Confirmed = true,
                    Adr = true,
                    AdrHistory = 3,
                    Activation = LoRaWanActivation.OverTheAir,
                    PreambleLocking = true,
                }
            ),
        }.Select(network => new TestCaseData(network.Options).SetArgDisplayNames(network.Name));

    [TestCaseSource(nameof(Networks))]
    public void Every_message_has_one_outcome(LoRaWanOptions options) => Assert.That(Run(options).Unfinished, Is.Zero);

    [TestCaseSource(nameof(Networks))]
    public void Some_commands_and_some_reports_arrive(LoRaWanOptions options)
    {
        var scene = Run(options).Scene;

        Assert.That(
            (scene.Arrived("command").Any(), scene.Arrived("reading").Any()),
            Is.EqualTo((true, true)),
            $"{scene.Network.Downlinks.InFirstWindow} in the first window"
        );
    }

    [TestCaseSource(nameof(Networks))]
    public void The_times_of_the_states_fill_the_run(LoRaWanOptions options)
    {
        var scene = Run(options).Scene;
        var times = scene.Devices.Select(device =>
        {
            var meter = device.Near.Meters.Single();
            meter.Settle(scene.Now);
            return Enumerable.Range(0, meter.Profile.States.Count).Aggregate(Duration.Zero, (sum, state) => sum + meter.TimeIn(state));
        });

        Assert.That(times, Is.All.EqualTo(scene.Now - SimTime.Start));
    }

    /// <summary>Sixty devices report and are commanded at random for an hour; then there is time for what waits to be sent.</summary>
    private static (LoRaWanScene Scene, long Unfinished) Run(LoRaWanOptions options)
    {
        const int Devices = 60;
        var scene = new LoRaWanScene(options, Sunflower.Places(Devices, 7000, 1.2));
        var ledger = new ConservationProbe();
        scene.Network.Observers.Add(ledger);
        var random = new Randomness(5, 0);
        for (var device = 0; device < Devices; device++)
        {
            var draw = random.Draw(Entity.Of("meter", device), Purpose.Named("script"));
            for (var i = 0; i < 20; i++)
            {
                scene.Report(1.Hours * draw.Uniform(), device);
            }

            for (var i = 0; i < 5; i++)
            {
                scene.Command(1.Hours * draw.Uniform(), device);
            }

            // Uplinks that fetch what the network has kept.
            for (var i = 0; i < 8; i++)
            {
                scene.Report(90.Minutes + (10 * i).Minutes + (device * 4).Seconds, device);
            }
        }

        scene.Until(5.Hours);
        return (scene, ledger.Unfinished - scene.Devices.Sum(device => device.Mac?.Server.Waiting.Count ?? 0));
    }
}
