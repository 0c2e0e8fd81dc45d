using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class InterruptTests
{
    private readonly Simulation _simulation = new();
    private readonly Journal _journal;

    public InterruptTests() => _journal = new Journal(_simulation);

    [Test]
    public void An_interrupt_ends_a_delay_and_brings_its_cause()
    {
        InterruptAt(1, Sleep(10, "delay"), "fire");

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 delay: fire"]));
    }

    [Test]
    public void The_end_of_an_interrupted_delay_wakes_nobody()
    {
        async Process Sleeper()
        {
            try
            {
                await _simulation.Delay(2.Seconds);
            }
            catch (InterruptException)
            {
                await _simulation.Delay(5.Seconds);
                _journal.Note("slept");
            }
        }

        InterruptAt(1, Sleeper());

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["6 slept"]));
    }

    [Test]
    public void An_interrupt_is_delivered_through_the_agenda()
    {
        var sleeper = Sleep(10, "sleeper");
        _simulation.Start(sleeper);
        _simulation.After(
            1.Seconds,
            new Reaction(() =>
            {
                sleeper.Interrupt("now");
                _journal.Note("interrupter goes on");
            })
        );

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 interrupter goes on", "1 sleeper: now"]));
    }

    [Test]
    public void An_interrupt_before_the_beginning_ends_the_first_wait()
    {
        var sleeper = Sleep(10, "sleeper");
        _simulation.Start(sleeper);
        sleeper.Interrupt("early");

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["0 sleeper: early"]));
    }

    [Test]
    public void Several_interrupts_come_one_a_wait_in_order()
    {
        async Process Sleeper()
        {
            for (var i = 0; i < 3; i++)
            {
                try
                {
                    await _simulation.Delay(10.Seconds);
                    _journal.Note("slept");
                }
                catch (InterruptException e)
                {
                    _journal.Note($"{e.Cause}");
                }
            }
        }

        var sleeper = Sleeper();
        _simulation.Start(sleeper);
        _simulation.After(
            1.Seconds,
            new Reaction(() =>
            {
                sleeper.Interrupt("one");
                sleeper.Interrupt("two");
            })
        );

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 one", "1 two", "11 slept"]));
    }

    [Test]
    public void An_interrupt_ends_a_wait_for_an_event()
    {
        var never = new Event(_simulation);
        InterruptAt(1, Await(never, "event"), "fire");

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 event: fire"]));
    }

    [Test]
    public void An_event_that_happens_after_the_interrupt_does_not_wake_the_process()
    {
        var late = new Event(_simulation);
        async Process Sleeper()
        {
            try
            {
                await late;
            }
            catch (InterruptException)
            {
                await _simulation.Delay(5.Seconds);
                _journal.Note("slept");
            }
        }

        InterruptAt(1, Sleeper());
        _simulation.After(1.Seconds, new Reaction(late.Succeed));

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["6 slept"]));
    }

    [Test]
    public void An_event_that_has_happened_wins_over_a_later_interrupt_which_ends_the_next_wait()
    {
        var done = new Event(_simulation);
        async Process Sleeper()
        {
            await done;
            _journal.Note("event");
            try
            {
                await _simulation.Delay(5.Seconds);
            }
            catch (InterruptException e)
            {
                _journal.Note($"{e.Cause}");
            }
        }

        var sleeper = Sleeper();
        _simulation.Start(sleeper);
        _simulation.After(
            1.Seconds,
            new Reaction(() =>
            {
                done.Succeed();
                sleeper.Interrupt("kept");
            })
        );

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 event", "1 kept"]));
    }

    [Test]
    public void A_grant_that_was_decided_is_not_lost_to_an_interrupt()
    {
        var resource = new Resource(_simulation);
        async Process Holder(Process victim)
        {
            using (await resource.Request())
            {
                await _simulation.Delay(1.Seconds);
            }

            victim.Interrupt("too late");
        }

        async Process Customer()
        {
            using var grant = await resource.Request();
            _journal.Note($"granted {grant.IsGranted}");
            try
            {
                await _simulation.Delay(5.Seconds);
            }
            catch (InterruptException e)
            {
                _journal.Note($"{e.Cause}");
            }
        }

        var customer = Customer();
        _simulation.Start(Holder(customer));
        _simulation.Start(customer);

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 granted True", "1 too late"]));
    }

    [Test]
    public void An_interrupted_request_leaves_the_line()
    {
        var resource = new Resource(_simulation);
        async Process Holder()
        {
            using var grant = await resource.Request();
            await _simulation.Delay(2.Seconds);
        }

        async Process Customer(string name)
        {
            try
            {
                using var grant = await resource.Request();
                _journal.Note(name);
            }
            catch (InterruptException)
            {
                _journal.Note(name + " left");
            }
        }

        _simulation.Start(Holder());
        InterruptAt(1, Customer("a"));
        _simulation.Start(Customer("b"));

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 a left", "2 b"]));
    }

    [Test]
    public void An_interrupted_put_does_not_put()
    {
        var store = new Store<int>(_simulation, capacity: 1);
        store.TryPut(1);
        async Process Producer()
        {
            try
            {
                await store.Put(2);
            }
            catch (InterruptException)
            {
                _journal.Note("gave up");
            }
        }

        InterruptAt(1, Producer());
        _simulation.Run();
        store.TryGet(out _);

        Assert.That((_journal.Lines[0], store.Count), Is.EqualTo(("1 gave up", 0)));
    }

    [Test]
    public void An_interrupted_get_leaves_the_item_to_others()
    {
        var store = new Store<int>(_simulation);
        async Process Consumer()
        {
            try
            {
                await store.Get();
            }
            catch (InterruptException)
            {
                _journal.Note("gave up");
            }
        }

        InterruptAt(1, Consumer());
        _simulation.Run();
        store.TryPut(2);

        Assert.That((_journal.Lines[0], store.Count), Is.EqualTo(("1 gave up", 1)));
    }

    [Test]
    public void An_interrupted_wait_with_a_time_limit_does_not_run_out_later()
    {
        var resource = new Resource(_simulation);
        async Process Holder()
        {
            using var grant = await resource.Request();
            await _simulation.Delay(100.Seconds);
        }

        async Process Customer()
        {
            try
            {
                using var grant = await resource.Request(within: 2.Seconds);
            }
            catch (InterruptException)
            {
                await _simulation.Delay(10.Seconds);
                _journal.Note("slept");
            }
        }

        _simulation.Start(Holder());
        InterruptAt(1, Customer());
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["11 slept"]));
    }

    [Test]
    public void Interrupting_at_the_very_time_of_a_wait_keeps_the_order_of_scheduling()
    {
        // The delay was scheduled for 1 s before the interrupt was: it ends well, and the interrupt finds the process ended.
        var sleeper = Sleep(1, "sleeper");
        _simulation.Start(sleeper);
        _simulation.RunUntil(SimTime.Start + 500.Milliseconds);
        _simulation.After(500.Milliseconds, new Reaction(() => _journal.Note($"ended {sleeper.HasHappened}")));

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 sleeper slept", "1 ended True"]));
    }

    [Test]
    public void Interrupted_delays_leave_nothing_behind_however_many()
    {
        async Process Sleeper()
        {
            while (true)
            {
                try
                {
                    await _simulation.Delay(1.Hours);
                }
                catch (InterruptException e) when (e.Cause is null)
                {
                    _journal.Lines.Clear();
                }
            }
        }

        var sleeper = Sleeper();
        _simulation.Start(sleeper);
        var most = 0L;
        for (var i = 0; i < 20_000; i++)
        {
            _simulation.RunUntil(_simulation.Now + 1.Milliseconds);
            sleeper.Interrupt();
            most = Math.Max(most, _simulation.EventsPending);
        }

        // One from before the first interrupt, one of the timer, one that delivers the interrupt.
        Assert.That(most, Is.LessThanOrEqualTo(3));
    }

    [Test]
    public void A_process_that_has_ended_cannot_be_interrupted()
    {
        var sleeper = Sleep(1, "sleeper");
        _simulation.Start(sleeper);
        _simulation.Run();

        Assert.That(
            () => sleeper.Interrupt(),
            Throws.InvalidOperationException.With.Message.Contains("'Sleep'").And.Message.Contains("ended")
        );
    }

    [Test]
    public void A_process_that_was_never_started_cannot_be_interrupted()
    {
        var sleeper = Sleep(1, "sleeper");

        Assert.That(() => sleeper.Interrupt(), Throws.InvalidOperationException.With.Message.Contains("not been started"));
    }

    [Test]
    public void A_process_cannot_interrupt_itself()
    {
        Process? self = null;
        async Process Restless()
        {
            await _simulation.Delay(1.Seconds);
            self!.Interrupt();
        }

        self = Restless();
        _simulation.Start(self);

        Assert.That(_simulation.Run, Throws.TypeOf<ProcessFailedException>().With.Message.Contains("itself"));
    }

    [Test]
    public void A_process_can_wait_after_an_interrupt_for_the_same_event_again()
    {
        var done = new Event(_simulation);
        async Process Stubborn()
        {
            while (!done.HasHappened)
            {
                try
                {
                    await done;
                }
                catch (InterruptException)
                {
                    _journal.Note("interrupted");
                }
            }

            _journal.Note("done");
        }

        InterruptAt(1, Stubborn());
        _simulation.After(2.Seconds, new Reaction(done.Succeed));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 interrupted", "2 done"]));
    }

    private async Process Sleep(int seconds, string name)
    {
        try
        {
            await _simulation.Delay(seconds.Seconds);
            _journal.Note(name + " slept");
        }
        catch (InterruptException e)
        {
            _journal.Note($"{name}: {e.Cause}");
        }
    }

    private async Process Await(Event awaited, string name)
    {
        try
        {
            await awaited;
        }
        catch (InterruptException e)
        {
            _journal.Note($"{name}: {e.Cause}");
        }
    }

    /// <summary>Starts a process and interrupts it after some seconds.</summary>
    private void InterruptAt(int seconds, Process process, object? cause = null)
    {
        _simulation.Start(process);
        _simulation.After(seconds.Seconds, new Reaction(() => process.Interrupt(cause)));
    }
}
