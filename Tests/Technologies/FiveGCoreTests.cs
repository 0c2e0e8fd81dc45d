using M2mVsIoTSim.Technologies;
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
}
