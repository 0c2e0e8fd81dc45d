using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ClockTests
{
    private readonly Simulation _simulation = new();
    private readonly Journal _journal;

    public ClockTests() => _journal = new Journal(_simulation);

    [Test]
    public void Wake_ups_fire_at_their_time()
    {
        _simulation.After(2.Seconds, _journal.Target, 20);
        _simulation.At(SimTime.Start + 1.Seconds, _journal.Target, 10);

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 10", "2 20"]));
    }

    [Test]
    public void Wake_ups_of_equal_time_fire_in_order_of_scheduling()
    {
        _simulation.At(SimTime.Start + 1.Seconds, _journal.Target, 1);
        _simulation.At(SimTime.Start + 2.Seconds, _journal.Target, 2);
        _simulation.At(SimTime.Start + 1.Seconds, new Reaction(() => _simulation.After(1.Seconds, _journal.Target, 4)));
        _simulation.At(SimTime.Start + 2.Seconds, _journal.Target, 3);

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 1", "2 2", "2 3", "2 4"]));
    }

    [Test]
    public void A_wake_up_for_now_fires_after_the_one_in_progress()
    {
        _simulation.After(
            1.Seconds,
            new Reaction(() =>
            {
                _simulation.At(_simulation.Now, _journal.Target, 2);
                _journal.Note("1");
            })
        );

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 1", "1 2"]));
    }

    [Test]
    public void Running_until_a_time_leaves_out_the_wake_ups_of_that_time()
    {
        _simulation.After(1.Seconds, _journal.Target, 1);
        _simulation.After(2.Seconds, _journal.Target, 2);

        _simulation.RunUntil(SimTime.Start + 2.Seconds);

        Assert.That((_journal.Lines.Count, _simulation.EventsPending), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Running_on_fires_the_wake_ups_that_were_left_out()
    {
        _simulation.After(2.Seconds, _journal.Target, 2);
        _simulation.RunUntil(SimTime.Start + 2.Seconds);

        _simulation.RunUntil(SimTime.Start + 3.Seconds);

        Assert.That(_journal.Lines, Is.EqualTo(["2 2"]));
    }

    [Test]
    public void Running_until_a_time_sets_the_clock_to_it()
    {
        _simulation.RunUntil(SimTime.Start + 5.Seconds);

        Assert.That(_simulation.Now, Is.EqualTo(SimTime.Start + 5.Seconds));
    }

    [Test]
    public void After_running_short_of_a_wake_up_an_earlier_one_can_be_scheduled()
    {
        _simulation.After(10.Seconds, _journal.Target, 10);
        _simulation.After(10.Seconds, _journal.Target, 11);
        _simulation.RunUntil(SimTime.Start + 5.Seconds);
        _simulation.After(1.Seconds, _journal.Target, 6);

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["6 6", "10 10", "10 11"]));
    }

    [Test]
    public void Stop_ends_the_run_after_the_wake_up_in_progress()
    {
        _simulation.After(
            1.Seconds,
            new Reaction(() =>
            {
                _simulation.Stop();
                _journal.Note("stopped");
            })
        );
        _simulation.After(1.Seconds, _journal.Target, 2);

        _simulation.Run();

        Assert.That((_journal.Lines[^1], _simulation.EventsPending), Is.EqualTo(("1 stopped", 1)));
    }

    [Test]
    public void The_clock_stays_where_it_was_stopped()
    {
        _simulation.After(1.Seconds, new Reaction(_simulation.Stop));

        _simulation.RunUntil(SimTime.Start + 9.Seconds);

        Assert.That(_simulation.Now, Is.EqualTo(SimTime.Start + 1.Seconds));
    }

    [Test]
    public void A_stopped_run_goes_on_where_it_stopped()
    {
        _simulation.After(1.Seconds, new Reaction(_simulation.Stop));
        _simulation.After(2.Seconds, _journal.Target, 2);
        _simulation.Run();

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["2 2"]));
    }

    [Test]
    public void The_past_is_refused_with_both_times()
    {
        _simulation.RunUntil(SimTime.Start + 13.Seconds);

        var scheduling = () => _simulation.At(SimTime.Start + 12.5.Seconds, _journal.Target);

        Assert.That(
            scheduling,
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("12.5 s").And.Message.Contains("13 s")
        );
    }

    [Test]
    public void Running_until_the_past_is_refused()
    {
        _simulation.RunUntil(SimTime.Start + 2.Seconds);

        Assert.That(() => _simulation.RunUntil(SimTime.Start + 1.Seconds), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_negative_delay_is_refused() =>
        Assert.That(() => _simulation.After(-1.Seconds, _journal.Target), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_wake_up_after_the_longest_delay_never_fires()
    {
        _simulation.After(Duration.Longest, _journal.Target);

        _simulation.Run();

        Assert.That(_journal.Lines, Is.Empty);
    }

    [Test]
    public void A_model_cannot_run_the_clock()
    {
        _simulation.After(1.Seconds, new Reaction(_simulation.Run));

        Assert.That(_simulation.Run, Throws.InvalidOperationException.With.Message.Contains("running already"));
    }

    [Test]
    public void After_a_target_has_thrown_the_run_can_go_on()
    {
        _simulation.After(1.Seconds, new Reaction(() => throw new NotSupportedException()));
        _simulation.After(2.Seconds, _journal.Target, 2);
        Assert.That(_simulation.Run, Throws.InstanceOf<NotSupportedException>());

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["2 2"]));
    }

    [Test]
    public void Fired_wake_ups_are_counted_while_running()
    {
        var counted = 0L;
        _simulation.After(1.Seconds, _journal.Target);
        _simulation.After(2.Seconds, new Reaction(() => counted = _simulation.EventsFired));

        _simulation.Run();

        Assert.That(counted, Is.EqualTo(2));
    }
}
