using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Tests.Technologies;

public class NarrowbandContestTests
{
    private const int Samples = 200_000;

    [TestCase(1, 100, 1, 100, 0.2)]
    [TestCase(1, 100, 3, 100, 0.5)]
    [TestCase(2, 50, 0.5, 400, 0.01)]
    [TestCase(0.1, 3200, 5, 50, 0.2)]
    public void The_share_is_that_of_random_starts_and_carriers(double t, double b, double t2, double b2, double ratio)
    {
        var random = new Simulation(3).Random;
        var purpose = Purpose.Named("meeting");
        var lost = 0;
        for (var i = 0; i < Samples; i++)
        {
            // All starts and carriers at which the two meet, equally likely.
            var draw = random.Draw(Entity.Of("sample"), purpose, i);
            var start = draw.Uniform(-t2, t);
            var offset = draw.Uniform(-(b + b2) / 2, (b + b2) / 2);
            var shared = Math.Min(t, start + t2) - Math.Max(0, start);
            var common = Math.Min(Math.Min(b, b2), (b + b2) / 2 - Math.Abs(offset));
            lost += t * ratio < shared * common / b2 ? 1 : 0;
        }

        var share = NarrowbandContest.Share(t, b, t2, b2, ratio);

        Assert.That(share, Is.InRange(0.05, 0.99));
        Assert.That((double)lost / Samples, Is.EqualTo(share).Within(4 * Math.Sqrt(share * (1 - share) / Samples)));
    }

    [Test]
    public void An_overwhelming_other_destroys_whatever_it_meets() =>
        Assert.That(NarrowbandContest.Share(1, 100, 2, 50, 1e-12), Is.EqualTo(1).Within(1e-9));

    [Test]
    public void Whoever_is_stronger_by_the_least_ratio_bears_everything() =>
        Assert.That(new NarrowbandContest(8, ratio => NarrowbandContest.Share(1, 100, 1, 100, ratio)).Lost(8), Is.Zero);

    [TestCase(-90)]
    [TestCase(-3.25)]
    [TestCase(7.75)]
    public void The_table_is_the_formula(double level)
    {
        var contest = new NarrowbandContest(8, ratio => NarrowbandContest.Share(1, 100, 2, 100, ratio));

        Assert.That(contest.Lost(level), Is.EqualTo(NarrowbandContest.Share(1, 100, 2, 100, Decibels.ToLinear(level - 8))).Within(1e-6));
    }
}
