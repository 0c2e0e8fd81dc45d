using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StoreTests
{
    private readonly Simulation _simulation = new();
    private readonly Journal _journal;

    public StoreTests() => _journal = new Journal(_simulation);

    [Test]
    public void Items_come_out_in_the_order_in_which_they_went_in()
    {
        var store = new Store<string>(_simulation);
        _simulation.Start(Consumer(store, 3));
        _simulation.After(1.Seconds, new Reaction(() => Array.ForEach(["a", "b", "c"], item => store.TryPut(item))));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 got a", "1 got b", "1 got c"]));
    }

    [Test]
    public void Those_who_wait_for_items_are_served_in_order()
    {
        var store = new Store<string>(_simulation);
        async Process Named(string name)
        {
            var item = await store.Get();
            _journal.Note($"{name} got {item}");
        }

        _simulation.Start(Named("first"));
        _simulation.Start(Named("second"));
        _simulation.After(1.Seconds, new Reaction(() => Array.ForEach(["a", "b"], item => store.TryPut(item))));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 first got a", "1 second got b"]));
    }

    [Test]
    public void A_full_store_holds_producers_back()
    {
        var store = new Store<string>(_simulation, capacity: 2);
        async Process Producer()
        {
            foreach (var item in (string[])["a", "b", "c", "d"])
            {
                await store.Put(item);
                _journal.Note("put " + item);
            }
        }

        async Process Slow()
        {
            for (var i = 0; i < 4; i++)
            {
                await _simulation.Delay(1.Seconds);
                _journal.Note("got " + await store.Get());
            }
        }

        _simulation.Start(Producer());
        _simulation.Start(Slow());
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["0 put a", "0 put b", "1 got a", "1 put c", "2 got b", "2 put d", "3 got c", "4 got d"]));
    }

    [Test]
    public void A_full_store_refuses_what_cannot_wait()
    {
        var store = new Store<int>(_simulation, capacity: 1);

        Assert.That((store.TryPut(1), store.TryPut(2), store.Count), Is.EqualTo((true, false, 1)));
    }

    [Test]
    public void An_empty_store_has_nothing_to_take() => Assert.That(new Store<int>(_simulation).TryGet(out _), Is.False);

    [Test]
    public void Taking_an_item_lets_the_first_producer_in()
    {
        var store = new Store<string>(_simulation, capacity: 1);
        store.TryPut("a");
        async Process Producer(string item)
        {
            await store.Put(item);
            _journal.Note("put " + item);
        }

        _simulation.Start(Producer("b"));
        _simulation.Start(Producer("c"));
        _simulation.After(1.Seconds, new Reaction(() => store.TryGet(out _)));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 put b"]));
    }

    [Test]
    public void A_get_with_a_time_limit_comes_back_without_an_item()
    {
        var store = new Store<string>(_simulation);
        _simulation.Start(Impatient(store, 2));
        _simulation.Run();
        store.TryPut("late");

        Assert.That((_journal.Lines[^1], store.Count), Is.EqualTo(("2 in time False ", 1)));
    }

    [Test]
    public void A_get_with_a_time_limit_brings_an_item_in_time()
    {
        var store = new Store<string>(_simulation);
        _simulation.Start(Impatient(store, 2));
        _simulation.After(1.Seconds, new Reaction(() => store.TryPut("a")));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 in time True a"]));
    }

    [Test]
    public void An_item_that_was_handed_over_is_not_lost_to_the_limit_of_the_same_time()
    {
        var store = new Store<string>(_simulation);
        // Put at 2 s by a wake-up scheduled before the limit of 2 s.
        _simulation.After(2.Seconds, new Reaction(() => store.TryPut("a")));
        _simulation.Start(Impatient(store, 2));
        _simulation.Run();

        Assert.That((_journal.Lines[0], store.Count), Is.EqualTo(("2 in time True a", 0)));
    }

    [Test]
    public void A_short_wait_in_a_long_loop_leaves_nothing_pending()
    {
        var store = new Store<string>(_simulation);
        async Process Poller()
        {
            while (true)
            {
                await store.Get(within: 1.Hours);
            }
        }

        _simulation.Start(Poller());
        var most = 0L;
        for (var i = 0; i < 10_000; i++)
        {
            store.TryPut("x");
            _simulation.RunUntil(_simulation.Now + 1.Milliseconds);
            most = Math.Max(most, _simulation.EventsPending);
        }

        Assert.That(most, Is.LessThanOrEqualTo(2));
    }

    [Test]
    public void Awaiting_a_put_twice_puts_two_items()
    {
        var store = new Store<string>(_simulation);
        async Process Producer()
        {
            var put = store.Put("a");
            await put;
            await put;
        }

        _simulation.Start(Producer());
        _simulation.Run();

        Assert.That(store.Count, Is.EqualTo(2));
    }

    [Test]
    public void A_negative_time_limit_is_refused() =>
        Assert.That(() => new Store<int>(_simulation).Get(-1.Seconds), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_store_without_places_is_refused() =>
        Assert.That(() => new Store<int>(_simulation, capacity: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private async Process Consumer(Store<string> store, int items)
    {
        for (var i = 0; i < items; i++)
        {
            _journal.Note("got " + await store.Get());
        }
    }

    private async Process Impatient(Store<string> store, int seconds)
    {
        var (inTime, item) = await store.Get(within: seconds.Seconds);
        _journal.Note($"in time {inTime} {item}");
    }
}
