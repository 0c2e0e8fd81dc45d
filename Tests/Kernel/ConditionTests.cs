using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ConditionTests
{
    private readonly Simulation _simulation = new();
    private readonly Journal _journal;

    public ConditionTests() => _journal = new Journal(_simulation);

    [Test]
    public void Any_of_happens_with_the_first_and_names_it()
    {
        var (slow, fast) = (_simulation.Timeout(3.Seconds), _simulation.Timeout(2.Seconds));
        async Process Waiter() => _journal.Note((await _simulation.AnyOf(slow, fast)) == fast ? "fast" : "slow");

        Run(Waiter());

        Assert.That(_journal.Lines, Is.EqualTo(["2 fast"]));
    }

    [Test]
    public void Any_of_starts_the_processes_it_is_given()
    {
        async Process Waiter()
        {
            var work = Work(2);
            var first = await _simulation.AnyOf(work, _simulation.Timeout(3.Seconds));
            _journal.Note(first == work ? "work" : "timeout");
        }

        Run(Waiter());

        Assert.That(_journal.Lines, Is.EqualTo(["2 work"]));
    }

    [Test]
    public void Any_of_what_has_already_happened_continues_at_once()
    {
        var past = new Event(_simulation);
        past.Succeed();
        async Process Waiter()
        {
            await _simulation.Delay(1.Seconds);
            await _simulation.AnyOf(new Event(_simulation), past);
            _journal.Note("went on");
        }

        Run(Waiter());

        Assert.That(_journal.Lines, Is.EqualTo(["1 went on"]));
    }

    [Test]
    public void Any_of_lets_go_of_the_losers()
    {
        var never = new Event(_simulation);
        async Process Waiter()
        {
            for (var i = 0; i < 100; i++)
            {
                await _simulation.AnyOf(never, _simulation.Timeout(1.Seconds));
            }
        }

        Run(Waiter());

        Assert.That(never.Waiters, Is.Zero);
    }

    [Test]
    public void Any_of_lets_go_of_a_long_lived_event_when_its_waiter_is_interrupted()
    {
        var never = new Event(_simulation);
        async Process Waiter()
        {
            for (var i = 0; i < 100; i++)
            {
                try
                {
                    await _simulation.AnyOf(never, new Event(_simulation));
                }
                catch (InterruptException) { }
            }
        }

        var waiter = Waiter();
        _simulation.Start(waiter);
        for (var i = 0; i < 100; i++)
        {
            _simulation.After(i.Seconds, new Reaction(() => waiter.Interrupt()));
        }

        _simulation.Run();

        Assert.That(never.Waiters, Is.Zero);
    }

    [Test]
    public void A_condition_within_a_condition_lets_go_too()
    {
        var never = new Event(_simulation);
        var waiter = Await(_simulation.AnyOf(new Event(_simulation), _simulation.AllOf(never, new Event(_simulation))));
        InterruptAt(1, waiter);
        _simulation.Run();

        Assert.That(never.Waiters, Is.Zero);
    }

    [Test]
    public void A_condition_that_lost_to_another_event_lets_go()
    {
        var never = new Event(_simulation);

        Run(Await(_simulation.AnyOf(_simulation.Timeout(1.Seconds), _simulation.AllOf(never, new Event(_simulation)))));

        Assert.That(never.Waiters, Is.Zero);
    }

    [Test]
    public void A_condition_whose_waiter_was_interrupted_keeps_those_who_still_wait()
    {
        var late = _simulation.Timeout(3.Seconds);
        var any = _simulation.AnyOf(late, new Event(_simulation));
        _simulation.Start(Await(any));
        InterruptAt(1, Await(any));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 interrupted", "3 went on"]));
    }

    [TestCase(2, "2 went on")]
    [TestCase(5, "5 went on")]
    public void A_condition_can_be_awaited_again_after_an_interrupt(int happens, string expected)
    {
        var late = new Event(_simulation);
        var any = _simulation.AnyOf(new Event(_simulation), late);
        async Process Waiter()
        {
            try
            {
                await any;
            }
            catch (InterruptException) { }

            await any;
            _journal.Note("went on");
        }

        _simulation.After(happens.Seconds, new Reaction(late.Succeed));
        InterruptAt(1, Waiter());
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo([expected]));
    }

    [Test]
    public void All_of_counts_what_happened_while_nobody_waited()
    {
        var (first, second) = (new Event(_simulation), new Event(_simulation));
        var all = _simulation.AllOf(first, second);
        async Process Waiter()
        {
            try
            {
                await all;
            }
            catch (InterruptException) { }

            await _simulation.Delay(2.Seconds);
            await all;
            _journal.Note("went on");
        }

        _simulation.After(2.Seconds, new Reaction(first.Succeed));
        _simulation.After(4.Seconds, new Reaction(second.Succeed));
        InterruptAt(1, Waiter());
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["4 went on"]));
    }

    [Test]
    public void A_condition_nobody_waits_for_any_more_still_tells_the_truth()
    {
        var (good, bad) = (new Event(_simulation), new Event(_simulation));
        var (any, all) = (_simulation.AnyOf(good), _simulation.AllOf(good, bad));
        InterruptAt(1, Await(any));
        InterruptAt(1, Await(all));
        _simulation.After(2.Seconds, new Reaction(good.Succeed));
        _simulation.After(2.Seconds, new Reaction(() => bad.Fail(new TimeoutException())));
        _simulation.Run();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((any.HasHappened, any.Value), Is.EqualTo((true, good)));
            Assert.That(all.Failure, Is.TypeOf<TimeoutException>());
        }
    }

    [Test]
    public void An_event_that_decides_the_outer_condition_also_tells_the_inner_one()
    {
        var both = new Event(_simulation);
        var inner = _simulation.AllOf(both, new Event(_simulation));
        _simulation.After(1.Seconds, new Reaction(both.Succeed));

        Run(Await(_simulation.AnyOf(both, inner)));

        Assert.That((_journal.Lines[0], inner.HasHappened), Is.EqualTo(("1 went on", false)));
    }

    [Test]
    public void A_loser_that_fails_later_fails_the_run()
    {
        async Process Waiter()
        {
            await _simulation.AnyOf(Burn(2), _simulation.Timeout(1.Seconds));
            await _simulation.Delay(5.Seconds);
        }

        _simulation.Start(Waiter());

        Assert.That(_simulation.Run, Throws.TypeOf<ProcessFailedException>().With.Message.Contains("'Burn' failed at 2 s"));
    }

    [Test]
    public void Any_of_fails_when_the_first_fails()
    {
        async Process Waiter()
        {
            try
            {
                await _simulation.AnyOf(Burn(1), _simulation.Timeout(2.Seconds));
            }
            catch (TimeoutException)
            {
                _journal.Note("caught");
            }
        }

        Run(Waiter());

        Assert.That(_journal.Lines, Is.EqualTo(["1 caught"]));
    }

    [Test]
    public void Any_of_fails_at_once_when_one_has_already_failed()
    {
        var failed = new Event(_simulation);
        failed.Fail(new TimeoutException());

        Assert.That(_simulation.AnyOf(failed).Failure, Is.TypeOf<TimeoutException>());
    }

    [Test]
    public void The_same_event_may_be_given_twice()
    {
        var twice = new Event(_simulation);
        async Process Waiter()
        {
            await _simulation.AnyOf(twice, twice);
            await _simulation.AllOf(twice, twice);
            _journal.Note("went on");
        }

        _simulation.After(1.Seconds, new Reaction(twice.Succeed));
        Run(Waiter());

        Assert.That(_journal.Lines, Is.EqualTo(["1 went on"]));
    }

    [Test]
    public void An_event_may_be_given_both_directly_and_within_another_condition()
    {
        var shared = new Event(_simulation);
        async Process Waiter()
        {
            await _simulation.AnyOf(_simulation.AnyOf(shared, new Event(_simulation)), shared);
            _journal.Note("went on");
        }

        _simulation.After(1.Seconds, new Reaction(shared.Succeed));
        Run(Waiter());

        Assert.That(_journal.Lines, Is.EqualTo(["1 went on"]));
    }

    [Test]
    public void Any_of_nothing_is_refused() => Assert.That(() => _simulation.AnyOf(), Throws.ArgumentException);

    [Test]
    public void All_of_happens_with_the_last()
    {
        async Process Waiter()
        {
            await _simulation.AllOf(Work(3), _simulation.Timeout(1.Seconds), Work(2));
            _journal.Note("all");
        }

        Run(Waiter());

        Assert.That(_journal.Lines, Is.EqualTo(["3 all"]));
    }

    [Test]
    public void All_of_nothing_has_happened() => Assert.That(_simulation.AllOf().HasHappened, Is.True);

    [Test]
    public void All_of_counts_what_has_already_happened()
    {
        var past = new Event(_simulation);
        past.Succeed();
        async Process Waiter()
        {
            await _simulation.AllOf(past, _simulation.Timeout(2.Seconds));
            _journal.Note("all");
        }

        Run(Waiter());

        Assert.That(_journal.Lines, Is.EqualTo(["2 all"]));
    }

    [Test]
    public void All_of_fails_with_the_first_that_fails()
    {
        async Process Waiter()
        {
            try
            {
                await _simulation.AllOf(Work(3), Burn(1));
            }
            catch (TimeoutException)
            {
                _journal.Note("caught");
            }
        }

        Run(Waiter());

        Assert.That(_journal.Lines, Is.EqualTo(["1 caught"]));
    }

    [Test]
    public void All_of_fails_at_once_when_one_has_already_failed()
    {
        var failed = new Event(_simulation);
        failed.Fail(new TimeoutException());

        Assert.That(_simulation.AllOf(new Event(_simulation), failed).Failure, Is.TypeOf<TimeoutException>());
    }

    [Test]
    public void An_interrupted_wait_for_a_condition_leaves_it_to_others()
    {
        async Process Waiter(Event condition, string name)
        {
            try
            {
                await condition;
                _journal.Note(name);
            }
            catch (InterruptException)
            {
                _journal.Note(name + " interrupted");
            }
        }

        var both = _simulation.AllOf(_simulation.Timeout(1.Seconds), _simulation.Timeout(2.Seconds));
        var (a, b) = (Waiter(both, "a"), Waiter(both, "b"));
        _simulation.Start(a);
        _simulation.Start(b);
        _simulation.After(1.Seconds, new Reaction(() => a.Interrupt()));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 a interrupted", "2 b"]));
    }

    [Test]
    public void An_event_happens_once()
    {
        var once = new Event(_simulation);
        once.Succeed();

        Assert.That(once.Succeed, Throws.InvalidOperationException);
    }

    [Test]
    public void Conditions_and_timeouts_cannot_be_made_to_happen_by_hand()
    {
        Event[] events =
        [
            _simulation.Timeout(1.Seconds),
            _simulation.AnyOf(new Event(_simulation)),
            _simulation.AllOf(new Event(_simulation)),
        ];

        Assert.That(events.Count(IsRefused), Is.EqualTo(3));
    }

    [Test]
    public void An_event_brings_its_value()
    {
        var reading = new Event<int>(_simulation);
        async Process Waiter() => _journal.Note($"{await reading}");

        _simulation.After(1.Seconds, new Reaction(() => reading.Succeed(42)));
        Run(Waiter());

        Assert.That(_journal.Lines, Is.EqualTo(["1 42"]));
    }

    [Test]
    public void An_event_that_brings_a_value_does_not_happen_without() =>
        Assert.That(() => new Event<int>(_simulation).Succeed(), Throws.InvalidOperationException.With.Message.Contains("Succeed(value)"));

    [Test]
    public void The_value_of_a_failed_event_is_its_failure()
    {
        var reading = new Event<int>(_simulation);
        reading.Fail(new TimeoutException());

        Assert.That(() => reading.Value, Throws.TypeOf<TimeoutException>());
    }

    [Test]
    public void Those_who_wait_continue_in_the_order_in_which_they_began_to()
    {
        var start = new Event(_simulation);
        async Process Runner(int number)
        {
            await start;
            _journal.Note($"{number}");
        }

        for (var i = 0; i < 4; i++)
        {
            _simulation.Start(Runner(i));
        }

        _simulation.After(1.Seconds, new Reaction(start.Succeed));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 0", "1 1", "1 2", "1 3"]));
    }

    private static bool IsRefused(Event e)
    {
        try
        {
            e.Succeed();
            return false;
        }
        catch (InvalidOperationException)
        {
            return !e.HasHappened;
        }
    }

    private async Process Work(int seconds) => await _simulation.Delay(seconds.Seconds);

    private async Process Burn(int seconds)
    {
        await _simulation.Delay(seconds.Seconds);
        throw new TimeoutException("smoke");
    }

    private async Process Await(Event condition)
    {
        try
        {
            await condition;
            _journal.Note("went on");
        }
        catch (InterruptException)
        {
            _journal.Note("interrupted");
        }
    }

    private void InterruptAt(int seconds, Process victim)
    {
        _simulation.Start(victim);
        _simulation.After(seconds.Seconds, new Reaction(() => victim.Interrupt()));
    }

    private void Run(Process process)
    {
        _simulation.Start(process);
        _simulation.Run();
    }
}
