using M2mVsIoTSim.Media;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class FiveGCoreTests
{
    [TestCase(UserPlanePlace.OnPremises, 0.3e-3)]
    [TestCase(UserPlanePlace.Edge, 1.1e-3)]
    [TestCase(UserPlanePlace.Regional, 2.1e-3)]
    [TestCase(UserPlanePlace.Central, 7.1e-3)]
    public void A_core_delays_by_the_place_of_its_user_plane(UserPlanePlace place, double expected)
    {
        var core = new FiveGCore(new FiveGCoreOptions { UserPlane = place, Variation = 0 });

        Assert.That(new TechnologyBench(core).Delays(1).Single(), Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void A_delay_that_is_written_goes_before_the_place()
    {
        var core = new FiveGCore(
            new FiveGCoreOptions
            {
                Delay = 3.Milliseconds,
                Forwarding = Duration.Zero,
                Variation = 0,
            }
        );

        Assert.That(new TechnologyBench(core).Delays(1).Single(), Is.EqualTo(3e-3).Within(1e-9));
    }

    [Test]
    public void A_translator_at_the_exit_forgets_silent_connections([Values(false, true)] bool isFiveG)
    {
        var binding = 5.Minutes;
        PathTechnology core = isFiveG
            ? new FiveGCore(new FiveGCoreOptions { TcpBinding = binding, TcpForgotten = ForgottenConnection.Reset })
            : new OperatorCore(
                new OperatorCoreOptions
                {
                    TcpBinding = binding,
                    TcpForgotten = ForgottenConnection.Reset,
                    Loss = 0,
                }
            );
        var mqtt = new Mqtt(new MqttOptions { KeepAlive = 400.Seconds });
        var log = new TranslatorBench(mqtt, core).Up(10).Up(390).Run();

        // A reset tells after a round trip; the device connects again after up to a second, and sends again.
        Assert.That(log.Arrived.Single(entry => entry.Serial == 1).At.TotalSeconds, Is.InRange(390.05, 391.5));
    }

    [Test]
    public void A_core_without_a_translator_forgets_nothing()
    {
        var mqtt = new Mqtt(new MqttOptions { KeepAlive = 400.Seconds });
        var log = new TranslatorBench(mqtt, new FiveGCore(new FiveGCoreOptions())).Up(10).Up(390).Run();

        Assert.That(log.Arrived.Single(entry => entry.Serial == 1).At.TotalSeconds, Is.EqualTo(390).Within(0.05));
    }
}
