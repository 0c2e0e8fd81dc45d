using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FilterStoreTests
{
    private readonly Simulation _simulation = new();
    private readonly Journal _journal;

    public FilterStoreTests() => _journal = new Journal(_simulation);

    [Test]
    public void The_oldest_item_that_passes_is_taken()
    {
        var store = new FilterStore<int>(_simulation);
        Array.ForEach([1, 3, 4, 6], item => store.TryPut(item));
        _simulation.Start(Getter(store, "even", item => item % 2 == 0));

        _simulation.Run();

        Assert.That((_journal.Lines[0], store.Count), Is.EqualTo(("0 even 4", 3)));
    }

    [Test]
    public void Who_waits_for_what_is_not_there_holds_nobody_up()
    {
        var store = new FilterStore<int>(_simulation);
        _simulation.Start(Getter(store, "odd", item => item % 2 == 1));
        _simulation.Start(Getter(store, "even", item => item % 2 == 0));
        PutAt(1, store, 2);
        PutAt(2, store, 3);

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 even 2", "2 odd 3"]));
    }

    [Test]
    public void An_item_goes_to_the_first_of_those_who_want_it()
    {
        var store = new FilterStore<int>(_simulation);
        _simulation.Start(Getter(store, "first", item => item > 0));
        _simulation.Start(Getter(store, "second", item => item > 0));
        PutAt(1, store, 1);
        PutAt(2, store, 2);

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["1 first 1", "2 second 2"]));
    }

    [Test]
    public void A_place_that_becomes_free_lets_an_item_in_which_goes_to_whoever_waits_for_it()
    {
        var store = new FilterStore<int>(_simulation, capacity: 1);
        async Process Producer()
        {
            foreach (var item in (int[])[1, 2, 4, 3])
            {
                await store.Put(item);
                _journal.Note($"put {item}");
            }
        }

        _simulation.Start(Producer());
        _simulation.Start(Getter(store, "even", item => item % 2 == 0));
        _simulation.After(1.Seconds, new Reaction(() => store.TryGet(item => item == 1, out _)));
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["0 put 1", "1 even 2", "1 put 2", "1 put 4"]));
    }

    [Test]
    public void A_full_store_of_what_nobody_wants_blocks()
    {
        var store = new FilterStore<int>(_simulation, capacity: 1);
        store.TryPut(1);
        _simulation.Start(Getter(store, "even", item => item % 2 == 0));
        _simulation.Run();

        Assert.That((store.TryPut(2), _journal.Lines.Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public void Without_a_filter_it_is_a_store()
    {
        var store = new FilterStore<int>(_simulation);
        store.TryPut(7);

        Assert.That((store.TryGet(out var item), item, store.TryGet(out _)), Is.EqualTo((true, 7, false)));
    }

    [Test]
    public void A_wait_with_a_time_limit_comes_back_without_an_item()
    {
        var store = new FilterStore<int>(_simulation);
        async Process Impatient()
        {
            var (inTime, _) = await store.Get(item => item == 1, within: 2.Seconds);
            _journal.Note($"{inTime}");
        }

        _simulation.Start(Impatient());
        PutAt(1, store, 2);
        PutAt(3, store, 1);
        _simulation.Run();

        Assert.That((_journal.Lines[0], store.Count), Is.EqualTo(("2 False", 2)));
    }

    private async Process Getter(FilterStore<int> store, string name, Predicate<int> filter) =>
        _journal.Note($"{name} {await store.Get(filter)}");

    private void PutAt(int seconds, FilterStore<int> store, int item) =>
        _simulation.After(seconds.Seconds, new Reaction(() => store.TryPut(item)));
}
