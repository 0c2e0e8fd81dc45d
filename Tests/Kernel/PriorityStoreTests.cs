using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PriorityStoreTests
{
    private readonly Simulation _simulation = new();

    [Test]
    public void The_smallest_item_comes_first()
    {
        var store = new PriorityStore<int>(_simulation);
        Array.ForEach([5, 1, 4, 2, 3], item => store.TryPut(item));

        Assert.That(Drain(store), Is.EqualTo([1, 2, 3, 4, 5]));
    }

    [Test]
    public void Equals_come_in_the_order_in_which_they_went_in()
    {
        var store = new PriorityStore<string>(_simulation, Comparer<string>.Create((x, y) => x[0].CompareTo(y[0])));
        Array.ForEach(["b1", "a1", "b2", "a2", "b3", "a3"], item => store.TryPut(item));

        Assert.That(Drain(store), Is.EqualTo(["a1", "a2", "a3", "b1", "b2", "b3"]));
    }

    [Test]
    public void Who_waits_gets_whatever_comes_first()
    {
        var (store, journal) = (new PriorityStore<int>(_simulation), new Journal(_simulation));
        async Process Consumer()
        {
            for (var i = 0; i < 3; i++)
            {
                journal.Note($"{await store.Get()}");
                await _simulation.Delay(2.Seconds);
            }
        }

        _simulation.Start(Consumer());
        _simulation.After(1.Seconds, new Reaction(() => Array.ForEach([3, 2, 1], item => store.TryPut(item))));
        _simulation.Run();

        Assert.That(journal.Lines, Is.EqualTo(["1 3", "3 1", "5 2"]));
    }

    [Test]
    public void Those_who_wait_to_put_come_in_order()
    {
        var (store, journal) = (new PriorityStore<int>(_simulation, capacity: 1), new Journal(_simulation));
        async Process Producer(int item)
        {
            await store.Put(item);
            journal.Note($"{item}");
        }

        Array.ForEach([9, 3, 1], item => _simulation.Start(Producer(item)));
        _simulation.Run();
        store.TryGet(out var first);
        _simulation.Run();
        store.TryGet(out var second);

        Assert.That((first, second, journal.Lines[^1]), Is.EqualTo((9, 3, "0 3")));
    }

    private static List<T> Drain<T>(PriorityStore<T> store)
    {
        List<T> items = [];
        while (store.TryGet(out var item))
        {
            items.Add(item);
        }

        return items;
    }
}
