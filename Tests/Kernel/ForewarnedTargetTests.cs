using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

public sealed class ForewarnedTargetTests
{
    private const int Pending = 100_000;

    [Test]
    public void A_notice_comes_before_its_wake_up_and_each_kind_at_most_once()
    {
        var target = RunOne();

        Assert.That(target.Mistakes, Is.Zero);
    }

    [Test]
    public void Of_many_pending_wake_ups_most_are_announced_twice()
    {
        var target = RunOne();

        Assert.That(target.Far, Is.GreaterThan(Pending * 3 / 4));
        Assert.That(target.Near, Is.GreaterThan(Pending * 3 / 4));
    }

    [Test]
    public void Notices_do_not_change_the_order_of_wake_ups()
    {
        Assert.That(RunOne().Order, Is.EqualTo(RunOne(isForewarned: false).Order));
    }

    private static Recorder RunOne(bool isForewarned = true)
    {
        var simulation = new Simulation();
        var target = new Recorder();
        var draws = simulation.Random.Stream(Entity.Of("wake-up"), Purpose.Named("time"));
        for (var i = 0; i < Pending; i++)
        {
            // Whole microseconds, so that some are equal.
            var time = SimTime.Start + new Duration(1000 * (long)(1_000_000 * draws.Uniform()));
            if (isForewarned)
            {
                simulation.AtForewarned(time, target, i);
            }
            else
            {
                simulation.At(time, target, i);
            }
        }

        simulation.Run();
        return target;
    }

    private sealed class Recorder : IForewarnedTarget
    {
        private readonly bool[] _far = new bool[Pending];
        private readonly bool[] _near = new bool[Pending];
        private readonly bool[] _fired = new bool[Pending];

        public List<long> Order { get; } = [];

        public int Mistakes { get; private set; }

        public int Far => _far.Count(told => told);

        public int Near => _near.Count(told => told);

        public void Fire(long token)
        {
            _fired[token] = true;
            Order.Add(token);
        }

        public void Forewarn(long token, bool isNear)
        {
            var told = isNear ? _near : _far;
            Mistakes += told[token] || _fired[token] || (!isNear && _near[token]) ? 1 : 0;
            told[token] = true;
        }
    }
}
