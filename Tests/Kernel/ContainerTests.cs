using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ContainerTests
{
    private readonly Simulation _simulation = new();
    private readonly Journal _journal;

    public ContainerTests() => _journal = new Journal(_simulation);

    [Test]
    public void What_is_there_is_taken_at_once()
    {
        var tank = new Container(_simulation, capacity: 100, level: 60);
        _simulation.Start(Getter(tank, "car", 45.5));

        _simulation.Run();

        Assert.That((_journal.Lines[0], tank.Level), Is.EqualTo(("0 car got 45.5", 14.5)));
    }

    [Test]
    public void A_getter_waits_until_enough_has_been_put()
    {
        var tank = new Container(_simulation);
        _simulation.Start(Getter(tank, "car", 25));
        PutAt(1, tank, 10);
        PutAt(2, tank, 10);
        PutAt(3, tank, 10);

        _simulation.Run();

        Assert.That((_journal.Lines[0], tank.Level), Is.EqualTo(("3 car got 25", 5.0)));
    }

    [Test]
    public void A_small_amount_does_not_overtake_a_large_one()
    {
        var tank = new Container(_simulation, capacity: 100, level: 5);
        _simulation.Start(Getter(tank, "large", 50));
        _simulation.Start(Getter(tank, "small", 5));
        PutAt(2, tank, 60);

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["2 large got 50", "2 small got 5"]));
    }

    [Test]
    public void Whoever_stood_behind_a_large_amount_goes_on_when_that_gives_up()
    {
        var tank = new Container(_simulation, capacity: 100, level: 5);
        async Process Impatient()
        {
            var moved = await tank.Get(50, within: 2.Seconds);
            _journal.Note($"moved {moved}");
        }

        _simulation.Start(Impatient());
        _simulation.Start(Getter(tank, "small", 5));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["2 moved False", "2 small got 5"]));
    }

    [Test]
    public void Whoever_stood_behind_a_large_amount_goes_on_when_that_is_interrupted()
    {
        var tank = new Container(_simulation, capacity: 100, level: 95);
        async Process Putter(double amount)
        {
            try
            {
                await tank.Put(amount);
                _journal.Note($"put {amount}");
            }
            catch (InterruptException)
            {
                _journal.Note("interrupted");
            }
        }

        var large = Putter(50);
        _simulation.Start(large);
        _simulation.Start(Putter(5));
        _simulation.After(1.Seconds, new Reaction(() => large.Interrupt()));
        _simulation.Run();

        Assert.That((_journal.Lines.Order().ToArray(), tank.Level), Is.EqualTo((new[] { "1 interrupted", "1 put 5" }, 100.0)));
    }

    [Test]
    public void A_putter_waits_for_room()
    {
        var tank = new Container(_simulation, capacity: 50, level: 40);
        async Process Tanker()
        {
            await tank.Put(30);
            _journal.Note("filled");
        }

        _simulation.Start(Tanker());
        _simulation.After(3.Seconds, new Reaction(() => tank.TryGet(25)));
        _simulation.Run();

        Assert.That((_journal.Lines[0], tank.Level), Is.EqualTo(("3 filled", 45.0)));
    }

    [Test]
    public void One_move_may_let_many_others_follow_on_both_sides()
    {
        var tank = new Container<int>(_simulation, capacity: 10, level: 10);
        async Process Put(int amount) => _journal.Note($"put {amount} {await tank.Put(amount)}");
        async Process Get(int amount) => _journal.Note($"got {amount} {await tank.Get(amount)}");

        // All wait for each other but for one unit of room.
        _simulation.Start(Put(2));
        _simulation.Start(Put(9));
        _simulation.After(1.Seconds, new Reaction(() => _simulation.Start(Get(10))));
        _simulation.Run();

        using (Assert.EnterMultipleScope())
        {
            // 10 − 10 + 2, and 9 more do not fit.
            Assert.That(_journal.Lines, Is.EqualTo(["1 got 10 True", "1 put 2 True"]));
            Assert.That((tank.Level, tank.WaitingToPut, tank.TryGet(1), tank.Level, tank.WaitingToPut), Is.EqualTo((2, 1, true, 10, 0)));
        }
    }

    [Test]
    public void Whole_amounts_add_up_exactly()
    {
        var credits = new Container<long>(_simulation, capacity: long.MaxValue, level: long.MaxValue - 1);

        Assert.That((credits.TryPut(2), credits.TryPut(1), credits.Level), Is.EqualTo((false, true, long.MaxValue)));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(101)]
    [TestCase(double.NaN)]
    public void An_amount_that_can_never_be_moved_is_refused(double amount)
    {
        var tank = new Container(_simulation, capacity: 100);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => tank.Put(amount), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => tank.Get(amount), Throws.InstanceOf<ArgumentOutOfRangeException>());
        }
    }

    [Test]
    public void An_endless_amount_is_refused_even_where_there_is_no_limit() =>
        Assert.That(() => new Container(_simulation).TryPut(double.PositiveInfinity), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(0, 0)]
    [TestCase(double.NaN, 0)]
    [TestCase(10, 11)]
    [TestCase(10, -1)]
    [TestCase(10, double.NaN)]
    public void A_level_outside_the_capacity_is_refused(double capacity, double level) =>
        Assert.That(() => new Container(_simulation, capacity, level), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private async Process Getter(Container tank, string name, double amount)
    {
        await tank.Get(amount);
        _journal.Note($"{name} got {amount}");
    }

    private void PutAt(int seconds, Container tank, double amount) =>
        _simulation.After(seconds.Seconds, new Reaction(() => tank.TryPut(amount)));
}
