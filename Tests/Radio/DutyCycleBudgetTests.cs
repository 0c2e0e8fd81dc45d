using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio;

public class DutyCycleBudgetTests
{
    [Test]
    public void An_hour_of_silence_saves_up_the_airtime_of_an_hour()
    {
        var (budget, frame) = (new DutyCycleBudget(), 6.Seconds);
        for (var i = 0; i < 6; i++)
        {
            Assert.That(budget.Earliest(2.Hours, frame, 100), Is.EqualTo(2.Hours));
            budget.Take(2.Hours, frame, 100);
        }

        Assert.That(budget.Earliest(2.Hours, frame, 100), Is.EqualTo(2.Hours + 10.Minutes));
    }

    [Test]
    public void A_frame_longer_than_the_airtime_of_an_hour_waits_for_its_own()
    {
        var (budget, frame) = (new DutyCycleBudget(), 6.Seconds);
        budget.Take(Duration.Zero, frame, 1000);

        Assert.That(budget.Earliest(Duration.Zero, frame, 1000), Is.EqualTo(6000.Seconds));
    }

    [Test]
    public void Without_a_limit_nobody_waits()
    {
        var budget = new DutyCycleBudget();
        budget.Take(Duration.Zero, 1.Hours, 1);

        Assert.That(budget.Earliest(1.Seconds, 1.Hours, 1), Is.EqualTo(1.Seconds));
    }
}
