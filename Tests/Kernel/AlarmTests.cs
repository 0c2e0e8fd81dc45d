using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AlarmTests
{
    /// <summary>A few close together, then halving distances down to a nanosecond.</summary>
    private const int MostPending = Alarm.Direct + 63;

    private readonly Simulation _simulation = new();
    private readonly Journal _journal;
    private readonly Alarm _alarm;

    public AlarmTests()
    {
        _journal = new Journal(_simulation);
        _alarm = new Alarm(_simulation, _journal.Target, 7);
    }

    [Test]
    public void An_alarm_rings_once_at_its_time_with_its_token()
    {
        _alarm.Restart(3.Seconds);

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["3 7"]));
    }

    [Test]
    public void Restarting_for_later_postpones_it()
    {
        _alarm.Restart(3.Seconds);
        _alarm.Restart(5.Seconds);

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["5 7"]));
    }

    [Test]
    public void Restarting_for_earlier_brings_it_forward()
    {
        _alarm.Restart(5.Seconds);
        _alarm.Restart(3.Seconds);

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["3 7"]));
    }

    [Test]
    public void A_stopped_alarm_does_not_ring()
    {
        _alarm.Restart(3.Seconds);
        _alarm.Stop();

        _simulation.Run();

        Assert.That(_journal.Lines, Is.Empty);
    }

    [Test]
    public void A_stopped_alarm_can_be_restarted()
    {
        _alarm.Restart(3.Seconds);
        _alarm.Stop();
        _alarm.Restart(4.Seconds);

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["4 7"]));
    }

    [Test]
    public void It_knows_whether_and_when_it_will_ring()
    {
        _alarm.Restart(3.Seconds);
        var armed = (_alarm.IsArmed, _alarm.Deadline);
        _simulation.Run();

        Assert.That((armed, _alarm.IsArmed), Is.EqualTo(((true, SimTime.Start + 3.Seconds), false)));
    }

    [Test]
    public void It_can_be_restarted_when_it_rings()
    {
        var rings = 0;
        Alarm? alarm = null;
        alarm = new Alarm(
            _simulation,
            new Reaction(() =>
            {
                if (++rings < 3)
                {
                    alarm!.Restart(1.Seconds);
                }
            })
        );
        alarm.Restart(1.Seconds);

        _simulation.Run();

        Assert.That((rings, _simulation.Now), Is.EqualTo((3, SimTime.Start + 3.Seconds)));
    }

    [Test]
    public void A_million_restarts_leave_at_most_two_wake_ups_pending()
    {
        var most = 0L;
        for (var i = 0; i < 1_000_000; i++)
        {
            _alarm.Restart((i % 2 == 0 ? 30 : 1).Seconds);
            most = Math.Max(most, _simulation.EventsPending);
            _simulation.RunUntil(_simulation.Now + 300.Milliseconds);
        }

        Assert.That(most, Is.LessThanOrEqualTo(2));
    }

    [Test]
    public void A_row_of_ever_earlier_deadlines_leaves_a_bounded_number_of_wake_ups_pending()
    {
        var (deadline, most) = (SimTime.Start + 100.Days, 0L);
        for (var i = 0; i < 1_000_000; i++)
        {
            deadline -= 1.Milliseconds;
            _alarm.RestartAt(deadline);
            most = Math.Max(most, _simulation.EventsPending);
            _simulation.RunUntil(_simulation.Now + 1.Milliseconds);
        }

        _simulation.Run();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(most, Is.LessThanOrEqualTo(MostPending));
            Assert.That(_journal.Lines, Has.Count.EqualTo(1).And.All.EqualTo($"{deadline.TotalSeconds} 7"));
        }
    }

    [Test]
    public void Whatever_is_done_to_it_an_alarm_rings_exactly_at_the_deadlines_it_reaches()
    {
        var draw = _simulation.Random.Draw(Entity.Of("alarm"), Purpose.Named("restarts"));
        var (deadline, wrong, most) = (SimTime.End, 0, 0L);
        var alarm = new Alarm(
            _simulation,
            new Reaction(() =>
            {
                wrong += _simulation.Now == deadline ? 0 : 1;
                deadline = SimTime.End;
            })
        );
        for (var i = 0; i < 200_000; i++)
        {
            switch (draw.UniformIndex(4))
            {
                case 0:
                    alarm.Stop();
                    deadline = SimTime.End;
                    break;
                case 1:
                    // Over many orders of magnitude, so that long and ever shorter times alternate.
                    var delay = new Duration((long)Math.Exp(draw.Uniform() * 25));
                    alarm.Restart(delay);
                    deadline = _simulation.Now + delay;
                    break;
                default:
                    _simulation.RunUntil(_simulation.Now + new Duration((long)Math.Exp(draw.Uniform() * 20)));
                    // Half open: a deadline before the clock must have rung.
                    wrong += deadline < _simulation.Now ? 1 : 0;
                    break;
            }

            most = Math.Max(most, _simulation.EventsPending);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wrong, Is.Zero);
            Assert.That(most, Is.LessThanOrEqualTo(MostPending));
        }
    }

    [Test]
    public void A_deadline_in_the_past_is_refused()
    {
        _simulation.RunUntil(SimTime.Start + 2.Seconds);

        Assert.That(() => _alarm.RestartAt(SimTime.Start + 1.Seconds), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
