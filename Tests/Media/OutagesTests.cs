using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

public class OutagesTests
{
    [Test]
    public void Random_outages_keep_the_availability()
    {
        var outages = Outages.Random(new Randomness(1, 0), Entity.Of("line"), "test", 0.9, 10.Minutes)!;
        var down = 0;
        const int Minutes = 1_000_000;
        for (var minute = 0; minute < Minutes; minute++)
        {
            var now = SimTime.Start + minute.Minutes;
            down += outages.Hit(now, now) ? 1 : 0;
        }

        // 10 000 cycles of up 90 and down 10 min: the share has a standard error of 0.9 * 0.1 * sqrt(2 / 10 000) = 0.0013.
        Assert.That(down / (double)Minutes, Is.EqualTo(0.1).Within(0.005));
    }

    [Test]
    public void What_is_always_available_has_no_outages()
    {
        Assert.That(Outages.Random(new Randomness(1, 0), Entity.Of("line"), "test", 1, 10.Minutes), Is.Null);
    }

    [Test]
    public void An_outage_is_hit_by_a_stay_that_reaches_into_it()
    {
        var outages = new Outages([(new SimTime(100), new SimTime(200))]);

        Assert.That(
            (
                outages.Hit(new SimTime(0), new SimTime(99)),
                outages.Hit(new SimTime(0), new SimTime(100)),
                outages.Hit(new SimTime(200), new SimTime(300))
            ),
            Is.EqualTo((false, true, false))
        );
    }

    [Test]
    public void Overlapping_periods_are_refused()
    {
        Assert.That(
            () => new Outages([(new SimTime(0), new SimTime(20)), (new SimTime(10), new SimTime(30))]),
            Throws.ArgumentException.With.Message.Contains("out of order")
        );
    }
}
