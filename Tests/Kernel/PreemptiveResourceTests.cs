using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PreemptiveResourceTests
{
    private readonly Simulation _simulation = new();
    private readonly Journal _journal;

    public PreemptiveResourceTests() => _journal = new Journal(_simulation);

    [Test]
    public void A_more_important_request_takes_the_server_away()
    {
        var resource = new PreemptiveResource(_simulation);
        StartAt(0, Customer(resource, "unimportant", 2));
        StartAt(3, Customer(resource, "important", 1));

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["0 unimportant begins", "3 unimportant lost", "3 important begins", "13 important done"]));
    }

    [Test]
    public void The_cause_tells_by_whom_and_since_when_and_what_was_held()
    {
        var resource = new PreemptiveResource(_simulation);
        object? cause = null;
        async Process Victim()
        {
            await _simulation.Delay(1.Seconds);
            using var grant = await resource.Request(priority: 2);
            try
            {
                await _simulation.Delay(10.Seconds);
            }
            catch (InterruptException e)
            {
                cause = e.Cause;
            }
        }

        StartAt(0, Victim());
        var thief = Customer(resource, "thief", 1);
        StartAt(3, thief);
        _simulation.Run();

        Assert.That(cause, Is.EqualTo(new Preempted(thief, SimTime.Start + 1.Seconds, resource)));
    }

    [Test]
    public void Equals_do_not_take_from_each_other()
    {
        var resource = new PreemptiveResource(_simulation);
        StartAt(0, Customer(resource, "first", 1));
        StartAt(3, Customer(resource, "second", 1));

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["0 first begins", "10 first done", "10 second begins", "20 second done"]));
    }

    [Test]
    public void The_least_important_holder_loses_and_the_latest_among_equals()
    {
        var resource = new PreemptiveResource(_simulation, capacity: 3);
        StartAt(0, Customer(resource, "a", 2));
        StartAt(1, Customer(resource, "b", 3));
        StartAt(2, Customer(resource, "c", 3));
        StartAt(3, Customer(resource, "d", 1));
        StartAt(4, Customer(resource, "e", 1));
        StartAt(5, Customer(resource, "f", 1));

        _simulation.RunUntil(SimTime.Start + 6.Seconds);

        Assert.That(
            _journal.Lines.Where(line => line.EndsWith("lost", StringComparison.Ordinal)),
            Is.EqualTo(["3 c lost", "4 b lost", "5 a lost"])
        );
    }

    [Test]
    public void A_request_that_may_not_preempt_waits_in_front_of_the_less_important()
    {
        var resource = new PreemptiveResource(_simulation);
        StartAt(0, Customer(resource, "holder", 5));
        StartAt(1, Customer(resource, "patient", 4, preempt: false));
        StartAt(2, Customer(resource, "important", 1, preempt: false));

        _simulation.RunUntil(SimTime.Start + 25.Seconds);

        Assert.That(
            _journal.Lines,
            Is.EqualTo(["0 holder begins", "10 holder done", "10 important begins", "20 important done", "20 patient begins"])
        );
    }

    [Test]
    public void Nobody_preempts_past_someone_more_important_who_waits()
    {
        var resource = new PreemptiveResource(_simulation);
        StartAt(0, Customer(resource, "holder", 5));
        StartAt(1, Customer(resource, "waiting", 1, preempt: false));
        StartAt(2, Customer(resource, "pushing", 2));

        _simulation.RunUntil(SimTime.Start + 25.Seconds);

        Assert.That(_journal.Lines, Has.Member("10 holder done").And.Member("10 waiting begins").And.Member("20 pushing begins"));
    }

    [Test]
    public void A_grant_that_was_taken_away_is_not_held_and_gives_nothing_back()
    {
        var resource = new PreemptiveResource(_simulation);
        async Process Victim()
        {
            var grant = await resource.Request(priority: 2);
            var before = grant.IsHeld;
            try
            {
                await _simulation.Delay(10.Seconds);
            }
            catch (InterruptException)
            {
                var after = grant.IsHeld;
                grant.Dispose();
                _journal.Note($"{before} {after} {resource.InUse}");
            }
        }

        StartAt(0, Victim());
        StartAt(3, Customer(resource, "thief", 1));
        _simulation.Run();

        Assert.That((_journal.Lines[0], resource.InUse), Is.EqualTo(("3 True False 1", 0)));
    }

    [Test]
    public void A_server_taken_before_its_holder_continues_ends_the_first_wait()
    {
        // Both are granted at the same time, one after the other, before the first has had a chance to go on.
        var resource = new PreemptiveResource(_simulation);
        StartAt(0, Customer(resource, "quick", 2));
        StartAt(0, Customer(resource, "quicker", 1));

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["0 quick begins", "0 quicker begins", "0 quick lost", "10 quicker done"]));
    }

    [Test]
    public void A_holder_that_has_ended_loses_its_server_without_a_word()
    {
        var resource = new PreemptiveResource(_simulation);
        async Process Forgetful() => await resource.Request(priority: 2);

        StartAt(0, Forgetful());
        StartAt(1, Customer(resource, "next", 1));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 next begins", "11 next done"]));
    }

    [Test]
    public void Taking_a_server_away_from_oneself_is_refused()
    {
        var resource = new PreemptiveResource(_simulation);
        async Process Confused()
        {
            using var one = await resource.Request(priority: 2);
            using var two = await resource.Request(priority: 1);
        }

        StartAt(0, Confused());

        Assert.That((Action)_simulation.Run, Throws.TypeOf<ProcessFailedException>().With.Message.Contains("away from itself"));
        Assert.That(resource.InUse, Is.Zero);
    }

    [Test]
    public void A_request_with_a_time_limit_leaves_the_line()
    {
        var resource = new PreemptiveResource(_simulation);
        async Process Impatient()
        {
            using var grant = await resource.Request(priority: 3, preempt: true, within: 2.Seconds);
            _journal.Note($"granted {grant.IsGranted}");
        }

        StartAt(0, Customer(resource, "holder", 1));
        StartAt(1, Impatient());
        _simulation.Run();

        Assert.That((_journal.Lines[1], resource.Waiting), Is.EqualTo(("3 granted False", 0)));
    }

    private async Process Customer(PreemptiveResource resource, string name, int priority, bool preempt = true)
    {
        using var grant = await resource.Request(priority, preempt);
        _journal.Note($"{name} begins");
        try
        {
            await _simulation.Delay(10.Seconds);
            _journal.Note($"{name} done");
        }
        catch (InterruptException)
        {
            _journal.Note($"{name} lost");
        }
    }

    private void StartAt(int seconds, Process process) =>
        _simulation.After(seconds.Seconds, new Reaction(() => _simulation.Start(process)));
}
