using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ProcessTests
{
    private readonly Simulation _simulation = new();
    private readonly Journal _journal;

    public ProcessTests() => _journal = new Journal(_simulation);

    [Test]
    public void A_process_waits_in_simulated_time()
    {
        async Process Meter()
        {
            await _simulation.Delay(1.Seconds);
            _journal.Note("one");
            await _simulation.Delay(2.5.Seconds);
            _journal.Note("two");
        }

        Run(Meter());

        Assert.That(_journal.Lines, Is.EqualTo(["1 one", "3.5 two"]));
    }

    [Test]
    public void A_process_starts_cold_and_through_the_agenda()
    {
        async Process Meter(string name)
        {
            _journal.Note(name);
            await _simulation.Delay(Duration.Zero);
            _journal.Note(name + " again");
        }

        _simulation.Start(Meter("first"));
        _simulation.Start(Meter("second"));
        _journal.Note("started");
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["0 started", "0 first", "0 second", "0 first again", "0 second again"]));
    }

    [Test]
    public void Processes_and_targets_of_equal_time_share_one_order()
    {
        async Process Meter()
        {
            await _simulation.Delay(1.Seconds);
            _journal.Note("process");
        }

        _simulation.Start(Meter());
        _simulation.RunUntil(SimTime.Start + 1.Milliseconds);
        _simulation.At(SimTime.Start + 1.Seconds, _journal.Target, 5);
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 process", "1 5"]));
    }

    [Test]
    public void A_process_returns_its_value_to_the_one_that_awaits_it()
    {
        async Process<int> Reading()
        {
            await _simulation.Delay(2.Seconds);
            return 42;
        }

        async Process Reader()
        {
            var value = await Reading();
            _journal.Note($"read {value}");
        }

        Run(Reader());

        Assert.That(_journal.Lines, Is.EqualTo(["2 read 42"]));
    }

    [Test]
    public void Awaiting_a_process_that_has_ended_continues_at_once()
    {
        async Process<int> Reading()
        {
            await _simulation.Delay(2.Seconds);
            return 42;
        }

        var reading = Reading();

        async Process Reader()
        {
            await _simulation.Delay(5.Seconds);
            _journal.Note($"read {await reading}");
        }

        _simulation.Start(reading);
        Run(Reader());

        Assert.That(_journal.Lines, Is.EqualTo(["5 read 42"]));
    }

    [Test]
    public void Several_processes_can_await_the_same_one()
    {
        async Process Work() => await _simulation.Delay(1.Seconds);
        var work = Work();

        async Process Waiter(string name)
        {
            await work;
            _journal.Note(name);
        }

        _simulation.Start(Waiter("a"));
        _simulation.Start(Waiter("b"));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 a", "1 b"]));
    }

    [Test]
    public void Catch_and_finally_work_across_waits()
    {
        async Process Meter()
        {
            try
            {
                try
                {
                    await _simulation.Delay(1.Seconds);
                    throw new NotSupportedException();
                }
                catch (NotSupportedException)
                {
                    await _simulation.Delay(1.Seconds);
                    _journal.Note("caught");
                }
            }
            finally
            {
                await _simulation.Delay(1.Seconds);
                _journal.Note("finally");
            }
        }

        Run(Meter());

        Assert.That(_journal.Lines, Is.EqualTo(["2 caught", "3 finally"]));
    }

    [Test]
    public void Using_disposes_of_a_grant_at_the_end_of_the_block()
    {
        var resource = new Resource(_simulation);
        async Process Customer(string name)
        {
            using var grant = await resource.Request();
            _journal.Note(name);
            await _simulation.Delay(1.Seconds);
        }

        _simulation.Start(Customer("a"));
        Run(Customer("b"));

        Assert.That(_journal.Lines, Is.EqualTo(["0 a", "1 b"]));
    }

    [Test]
    public void A_delay_counts_from_when_it_was_made()
    {
        async Process Meter()
        {
            var patience = _simulation.Delay(5.Seconds);
            await _simulation.Delay(2.Seconds);
            await patience;
            _journal.Note("patience over");
        }

        Run(Meter());

        Assert.That(_journal.Lines, Is.EqualTo(["5 patience over"]));
    }

    [Test]
    public void A_delay_that_is_over_before_it_is_awaited_does_not_turn_time_back()
    {
        async Process Meter()
        {
            var delay = _simulation.Delay(1.Seconds);
            await _simulation.Delay(3.Seconds);
            await delay;
            _journal.Note("went on");
        }

        Run(Meter());

        Assert.That(_journal.Lines, Is.EqualTo(["3 went on"]));
    }

    [Test]
    public void Until_waits_for_a_point_in_time()
    {
        async Process Meter()
        {
            await _simulation.Until(SimTime.Start + 4.Seconds);
            _journal.Note("there");
        }

        Run(Meter());

        Assert.That(_journal.Lines, Is.EqualTo(["4 there"]));
    }

    [Test]
    public void A_process_is_started_once()
    {
        async Process Meter() => await _simulation.Delay(1.Seconds);
        var meter = Meter();
        _simulation.Start(meter);

        Assert.That(() => _simulation.Start(meter), Throws.InvalidOperationException.With.Message.Contains("'Meter'"));
    }

    [Test]
    public void Awaiting_starts_a_process_only_once()
    {
        async Process Work()
        {
            _journal.Note("works");
            await _simulation.Delay(1.Seconds);
        }

        var work = Work();
        async Process Waiter() => await work;

        _simulation.Start(Waiter());
        _simulation.Start(Waiter());
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["0 works"]));
    }

    [Test]
    public void A_process_without_waits_ends_when_it_begins()
    {
        async Process<int> Nothing() => 3;
        var nothing = Nothing();
        Run(nothing);

        Assert.That((nothing.HasHappened, nothing.Result), Is.EqualTo((true, 3)));
    }

    [Test]
    public void Asking_a_process_that_has_not_ended_for_its_result_names_it()
    {
        async Process<int> Reading()
        {
            await _simulation.Delay(2.Seconds);
            return 42;
        }

        var reading = Reading();

        Assert.That(() => reading.Result, Throws.InvalidOperationException.With.Message.Contains("'Reading'"));
    }

    [Test]
    public void Nobody_but_its_method_ends_a_process()
    {
        async Process Meter() => await _simulation.Delay(1.Seconds);
        var meter = Meter();

        Assert.That(meter.Succeed, Throws.InvalidOperationException.With.Message.Contains("'Meter'"));
    }

    [Test]
    public void A_process_has_the_name_of_its_method()
    {
        async Process Local() => await _simulation.Delay(1.Seconds);
        async Process<T> Generic<T>(T value)
        {
            await _simulation.Delay(1.Seconds);
            return value;
        }

        Func<Process> lambda = async Process () => await _simulation.Delay(1.Seconds);

        Assert.That(
            (Local().Name, Generic(1).Name, Method().Name, lambda().Name),
            Is.EqualTo(("Local", "Generic", "Method", nameof(A_process_has_the_name_of_its_method)))
        );
    }

    [Test]
    public void Deep_chains_of_processes_do_not_grow_the_stack()
    {
        async Process<int> Depth(int left) => left == 0 ? 0 : 1 + await Depth(left - 1);
        var chain = Depth(50_000);
        Run(chain);

        Assert.That(chain.Result, Is.EqualTo(50_000));
    }

    private async Process Method() => await _simulation.Delay(1.Seconds);

    private void Run(Process process)
    {
        _simulation.Start(process);
        _simulation.Run();
    }
}
