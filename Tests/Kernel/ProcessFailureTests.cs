using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ProcessFailureTests
{
    private readonly Simulation _simulation = new();
    private readonly Journal _journal;

    public ProcessFailureTests() => _journal = new Journal(_simulation);

    [Test]
    public void An_exception_nobody_awaits_fails_the_run_and_names_process_and_time()
    {
        _simulation.Start(Burn(1.5));

        Assert.That(
            _simulation.Run,
            Throws
                .TypeOf<ProcessFailedException>()
                .With.Message.EqualTo("Process 'Burn' failed at 1.5 s: smoke")
                .And.Property(nameof(ProcessFailedException.ProcessName))
                .EqualTo("Burn")
                .And.Property(nameof(ProcessFailedException.Time))
                .EqualTo(SimTime.Start + 1.5.Seconds)
                .And.InnerException.TypeOf<TimeoutException>()
        );
    }

    [Test]
    public void An_exception_before_the_first_wait_fails_the_run_too()
    {
        async Process Stillborn() => throw new TimeoutException("at once");
        _simulation.Start(Stillborn());

        Assert.That(_simulation.Run, Throws.TypeOf<ProcessFailedException>().With.Message.Contains("'Stillborn' failed at 0 s"));
    }

    [Test]
    public void An_awaited_exception_is_thrown_in_the_one_that_awaits()
    {
        async Process Watcher()
        {
            try
            {
                await Burn(2);
            }
            catch (TimeoutException e)
            {
                _journal.Note(e.Message);
            }
        }

        _simulation.Start(Watcher());
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["2 smoke"]));
    }

    [Test]
    public void An_exception_goes_up_until_somebody_catches_it()
    {
        async Process Middle() => await Burn(1);
        async Process Top()
        {
            await Middle();
        }

        _simulation.Start(Top());

        Assert.That(_simulation.Run, Throws.TypeOf<ProcessFailedException>().With.Message.Contains("'Top'"));
    }

    [Test]
    public void Finally_runs_when_a_process_fails()
    {
        async Process Tidy()
        {
            try
            {
                await Burn(1);
            }
            finally
            {
                _journal.Note("tidied");
            }
        }

        _simulation.Start(Tidy());

        Assert.That((Action)_simulation.Run, Throws.TypeOf<ProcessFailedException>());
        Assert.That(_journal.Lines, Is.EqualTo(["1 tidied"]));
    }

    [Test]
    public void Every_process_that_awaits_a_failing_one_gets_the_exception()
    {
        var burn = Burn(1);
        async Process Watcher(string name)
        {
            try
            {
                await burn;
            }
            catch (TimeoutException)
            {
                _journal.Note(name);
            }
        }

        _simulation.Start(Watcher("a"));
        _simulation.Start(Watcher("b"));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 a", "1 b"]));
    }

    [Test]
    public void Awaiting_a_process_that_has_failed_throws_again()
    {
        var burn = Burn(1);
        async Process Early()
        {
            try
            {
                await burn;
            }
            catch (TimeoutException)
            {
                await _simulation.Delay(1.Seconds);
                await burn;
            }
        }

        _simulation.Start(Early());

        Assert.That(_simulation.Run, Throws.TypeOf<ProcessFailedException>().With.Message.Contains("'Early' failed at 2 s"));
    }

    [Test]
    public void A_process_whose_waiter_was_interrupted_fails_the_run()
    {
        async Process Watcher()
        {
            try
            {
                await Burn(2);
            }
            catch (InterruptException)
            {
                await _simulation.Delay(10.Seconds);
            }
        }

        var watcher = Watcher();
        _simulation.Start(watcher);
        _simulation.After(1.Seconds, new Reaction(() => watcher.Interrupt()));

        Assert.That(_simulation.Run, Throws.TypeOf<ProcessFailedException>().With.Message.Contains("'Burn' failed at 2 s"));
    }

    [Test]
    public void A_process_failing_into_a_condition_that_nobody_awaits_fails_the_run()
    {
        _simulation.AllOf(Burn(1), _simulation.Timeout(5.Seconds));

        Assert.That(_simulation.Run, Throws.TypeOf<ProcessFailedException>().With.Message.Contains("'Burn'"));
    }

    [Test]
    public void A_result_of_a_failed_process_is_its_exception()
    {
        async Process<int> Reading()
        {
            await Burn(1);
            return 42;
        }

        var reading = Reading();
        _simulation.Start(reading);

        Assert.That((Action)_simulation.Run, Throws.TypeOf<ProcessFailedException>());
        Assert.That(() => reading.Result, Throws.TypeOf<TimeoutException>());
    }

    [Test]
    public void After_a_failure_the_run_can_go_on()
    {
        _simulation.Start(Burn(1));
        _simulation.After(2.Seconds, _journal.Target, 2);
        Assert.That((Action)_simulation.Run, Throws.TypeOf<ProcessFailedException>());

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["2 2"]));
    }

    [Test]
    public void Waiting_for_its_own_end_is_refused()
    {
        Process? narcissus = null;
        async Process Narcissus() => await narcissus!;
        narcissus = Narcissus();
        _simulation.Start(narcissus);

        Assert.That(_simulation.Run, Throws.TypeOf<ProcessFailedException>().With.Message.Contains("its own end"));
    }

    [Test]
    public void Waiting_for_another_simulation_is_refused()
    {
        var other = new Simulation();
        async Process Stray() => await other.Delay(1.Seconds);
        _simulation.Start(Stray());

        Assert.That(_simulation.Run, Throws.TypeOf<ProcessFailedException>().With.Message.Contains("another simulation"));
    }

    private async Process Burn(double seconds)
    {
        await _simulation.Delay(seconds.Seconds);
        throw new TimeoutException("smoke");
    }
}
