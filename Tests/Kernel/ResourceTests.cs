using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ResourceTests
{
    private readonly Simulation _simulation = new();
    private readonly Journal _journal;

    public ResourceTests() => _journal = new Journal(_simulation);

    [Test]
    public void Requests_are_granted_first_come_first_served()
    {
        var resource = new Resource(_simulation);
        for (var i = 0; i < 4; i++)
        {
            _simulation.Start(Customer(resource, $"{i}", 1));
        }

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["0 0", "1 1", "2 2", "3 3"]));
    }

    [Test]
    public void As_many_are_served_at_once_as_there_are_servers()
    {
        var resource = new Resource(_simulation, capacity: 2);
        for (var i = 0; i < 3; i++)
        {
            _simulation.Start(Customer(resource, $"{i}", 1));
        }

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["0 0", "0 1", "1 2"]));
    }

    [Test]
    public void Nobody_steps_in_between_a_release_and_the_one_who_waits()
    {
        var resource = new Resource(_simulation);
        async Process Greedy()
        {
            for (var i = 0; i < 2; i++)
            {
                using var grant = await resource.Request();
                _journal.Note("greedy");
                await _simulation.Delay(1.Seconds);
            }
        }

        _simulation.Start(Greedy());
        _simulation.Start(Customer(resource, "patient", 1));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["0 greedy", "1 patient", "2 greedy"]));
    }

    [Test]
    public void Use_and_waiting_are_counted()
    {
        var resource = new Resource(_simulation, capacity: 2);
        for (var i = 0; i < 5; i++)
        {
            _simulation.Start(Customer(resource, $"{i}", 1));
        }

        _simulation.RunUntil(SimTime.Start + 500.Milliseconds);

        Assert.That((resource.InUse, resource.Waiting), Is.EqualTo((2, 3)));
    }

    [Test]
    public void A_request_with_a_time_limit_comes_back_without_a_server()
    {
        var resource = new Resource(_simulation);
        _simulation.Start(Customer(resource, "holder", 5));
        _simulation.Start(Impatient(resource, 2));
        _simulation.Run();

        Assert.That((_journal.Lines[^1], resource.InUse, resource.Waiting), Is.EqualTo(("2 granted False", 0, 0)));
    }

    [Test]
    public void A_request_with_a_time_limit_is_granted_in_time()
    {
        var resource = new Resource(_simulation);
        _simulation.Start(Customer(resource, "holder", 1));
        _simulation.Start(Impatient(resource, 2));
        _simulation.Run();

        Assert.That(_journal.Lines[^1], Is.EqualTo("1 granted True"));
    }

    [Test]
    public void A_limit_of_nothing_asks_whether_there_is_a_server_now()
    {
        var resource = new Resource(_simulation);
        _simulation.Start(Customer(resource, "holder", 1));
        _simulation.Start(Impatient(resource, 0));
        _simulation.Run();

        Assert.That(_journal.Lines[^1], Is.EqualTo("0 granted False"));
    }

    [Test]
    public void A_server_released_at_the_very_limit_goes_to_whoever_was_scheduled_first()
    {
        // Both happen at 2 s: the holder's delay was scheduled before the limit.
        var resource = new Resource(_simulation);
        _simulation.Start(Customer(resource, "holder", 2));
        _simulation.Start(Impatient(resource, 2));
        _simulation.Run();

        Assert.That((_journal.Lines[^1], resource.InUse), Is.EqualTo(("2 granted True", 0)));
    }

    [Test]
    public void Disposing_of_what_was_not_granted_does_nothing()
    {
        var resource = new Resource(_simulation);
        default(Grant).Dispose();

        Assert.That(resource.InUse, Is.Zero);
    }

    [Test]
    public void A_grant_is_released_once()
    {
        var resource = new Resource(_simulation);
        async Process Careless()
        {
            var grant = await resource.Request();
            grant.Dispose();
            grant.Dispose();
        }

        _simulation.Start(Careless());

        Assert.That(_simulation.Run, Throws.TypeOf<ProcessFailedException>().With.InnerException.Message.Contains("released before"));
    }

    [Test]
    public void An_old_grant_does_not_release_the_server_of_another()
    {
        var resource = new Resource(_simulation);
        async Process Careless()
        {
            var old = await resource.Request();
            old.Dispose();
            using var present = await resource.Request();
            old.Dispose();
        }

        _simulation.Start(Careless());

        Assert.That((Action)_simulation.Run, Throws.TypeOf<ProcessFailedException>());
        Assert.That(resource.InUse, Is.Zero);
    }

    [Test]
    public void Awaiting_a_request_twice_asks_for_two_servers()
    {
        var resource = new Resource(_simulation, capacity: 2);
        async Process Pair()
        {
            var request = resource.Request();
            using var one = await request;
            using var two = await request;
            _journal.Note($"{resource.InUse}");
        }

        _simulation.Start(Pair());
        _simulation.Run();

        Assert.That((_journal.Lines[0], resource.InUse), Is.EqualTo(("0 2", 0)));
    }

    [Test]
    public void A_request_that_is_not_awaited_takes_nothing()
    {
        var resource = new Resource(_simulation);
        resource.Request();

        Assert.That(resource.InUse, Is.Zero);
    }

    [Test]
    public void A_server_is_given_back_when_its_holder_fails()
    {
        var resource = new Resource(_simulation);
        async Process Clumsy()
        {
            using var grant = await resource.Request();
            await _simulation.Delay(1.Seconds);
            throw new NotSupportedException();
        }

        _simulation.Start(Clumsy());

        Assert.That((Action)_simulation.Run, Throws.TypeOf<ProcessFailedException>());
        Assert.That(resource.InUse, Is.Zero);
    }

    [Test]
    public void A_negative_time_limit_is_refused() =>
        Assert.That(() => new Resource(_simulation).Request(-1.Seconds), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_resource_without_servers_is_refused() =>
        Assert.That(() => new Resource(_simulation, capacity: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private async Process Customer(Resource resource, string name, int seconds)
    {
        using var grant = await resource.Request();
        _journal.Note(name);
        await _simulation.Delay(seconds.Seconds);
    }

    private async Process Impatient(Resource resource, int seconds)
    {
        using var grant = await resource.Request(within: seconds.Seconds);
        _journal.Note($"granted {grant.IsGranted}");
    }
}
