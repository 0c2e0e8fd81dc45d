using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

/// <summary>After warm-up nothing that recurs allocates: not a single byte over a hundred thousand events.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[NonParallelizable]
public sealed class AllocationTests
{
    private const int Events = 100_000;

    private readonly Simulation _simulation = new();

    [Test]
    public void A_wake_up_allocates_nothing()
    {
        var luck = _simulation.Random.Stream(Entity.Of("hold"), Purpose.Named("delay"));
        Reaction? hold = null;
        hold = new Reaction(() => _simulation.After(luck.Exponential(1).Microseconds, hold!));
        for (var i = 0; i < 1_000; i++)
        {
            _simulation.After(i.Nanoseconds, hold);
        }

        Assert.That(BytesWhileRunning(), Is.Zero);
    }

    [Test]
    public void A_delay_of_a_process_allocates_nothing()
    {
        async Process Sleeper()
        {
            while (true)
            {
                await _simulation.Delay(3.Nanoseconds);
            }
        }

        Start(Sleeper, 10);

        Assert.That(BytesWhileRunning(), Is.Zero);
    }

    [Test]
    public void A_request_that_waits_allocates_nothing()
    {
        var resource = new Resource(_simulation, capacity: 2);
        async Process Customer()
        {
            while (true)
            {
                using var grant = await resource.Request();
                await _simulation.Delay(3.Nanoseconds);
            }
        }

        Start(Customer, 10);

        Assert.That(BytesWhileRunning(), Is.Zero);
    }

    [Test]
    public void A_request_with_a_time_limit_allocates_nothing_whether_granted_or_not()
    {
        var (resource, granted, late) = (new Resource(_simulation), 0, 0);
        async Process Customer()
        {
            while (true)
            {
                using var grant = await resource.Request(within: 5.Nanoseconds);
                (granted, late) = grant.IsGranted ? (granted + 1, late) : (granted, late + 1);
                await _simulation.Delay(3.Nanoseconds);
            }
        }

        Start(Customer, 5);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(BytesWhileRunning(), Is.Zero);
            Assert.That(Math.Min(granted, late), Is.GreaterThan(1_000));
        }
    }

    [Test]
    public void Handing_items_over_allocates_nothing()
    {
        var store = new Store<long>(_simulation, capacity: 1);
        async Process Producer()
        {
            while (true)
            {
                await store.Put(_simulation.Now.Nanoseconds);
                await _simulation.Delay(2.Nanoseconds);
            }
        }

        async Process Consumer()
        {
            while (true)
            {
                await store.Get();
                await _simulation.Delay(3.Nanoseconds);
            }
        }

        Start(Producer, 3);
        Start(Consumer, 3);

        Assert.That(BytesWhileRunning(), Is.Zero);
    }

    [Test]
    public void Getting_with_a_time_limit_allocates_nothing()
    {
        var store = new Store<long>(_simulation);
        async Process Producer()
        {
            while (true)
            {
                store.TryPut(1);
                await _simulation.Delay(3.Nanoseconds);
            }
        }

        async Process Consumer()
        {
            while (true)
            {
                await store.Get(within: 2.Nanoseconds);
            }
        }

        Start(Producer, 1);
        Start(Consumer, 2);

        Assert.That(BytesWhileRunning(), Is.Zero);
    }

    [Test]
    public void A_request_with_a_priority_allocates_nothing()
    {
        var (resource, priority) = (new PriorityResource(_simulation, capacity: 2), 0);
        async Process Customer()
        {
            while (true)
            {
                using var grant = await resource.Request(priority++ % 7, within: 20.Nanoseconds);
                await _simulation.Delay(3.Nanoseconds);
            }
        }

        Start(Customer, 20);

        Assert.That(BytesWhileRunning(), Is.Zero);
    }

    [Test]
    public void A_request_that_could_preempt_allocates_nothing_while_nobody_loses_a_server()
    {
        var resource = new PreemptiveResource(_simulation, capacity: 2);
        async Process Customer()
        {
            while (true)
            {
                using var grant = await resource.Request(priority: 1);
                await _simulation.Delay(3.Nanoseconds);
            }
        }

        Start(Customer, 10);

        Assert.That(BytesWhileRunning(), Is.Zero);
    }

    [Test]
    public void Moving_amounts_allocates_nothing()
    {
        var (tank, credits) = (new Container(_simulation, capacity: 10), new Container<long>(_simulation, capacity: 10));
        async Process Filler()
        {
            while (true)
            {
                await tank.Put(2.5);
                await credits.Put(3, within: 5.Nanoseconds);
                await _simulation.Delay(2.Nanoseconds);
            }
        }

        async Process User()
        {
            while (true)
            {
                await tank.Get(4);
                await credits.Get(2, within: 1.Nanoseconds);
                await _simulation.Delay(3.Nanoseconds);
            }
        }

        Start(Filler, 4);
        Start(User, 4);

        Assert.That(BytesWhileRunning(), Is.Zero);
    }

    [Test]
    public void Choosing_items_allocates_nothing()
    {
        var (shelf, heap) = (new FilterStore<long>(_simulation, capacity: 5), new PriorityStore<long>(_simulation, capacity: 5));
        async Process Producer()
        {
            while (true)
            {
                await shelf.Put(_simulation.Now.Nanoseconds);
                await heap.Put(_simulation.Now.Nanoseconds % 10);
                await _simulation.Delay(2.Nanoseconds);
            }
        }

        async Process Odd()
        {
            while (true)
            {
                await shelf.Get(static item => item % 2 == 1);
                await heap.Get(within: 1.Nanoseconds);
            }
        }

        async Process Any()
        {
            while (true)
            {
                await shelf.Get();
                await heap.Get();
                await _simulation.Delay(1.Nanoseconds);
            }
        }

        Start(Producer, 3);
        Start(Odd, 2);
        Start(Any, 2);

        Assert.That(BytesWhileRunning(), Is.Zero);
    }

    [Test]
    public void Restarting_an_alarm_allocates_nothing()
    {
        var alarm = new Alarm(_simulation, new Reaction(() => { }));
        Reaction? restart = null;
        var turn = 0;
        restart = new Reaction(() =>
        {
            alarm.Restart((turn++ % 3 == 0 ? 50 : 4).Nanoseconds);
            _simulation.After(5.Nanoseconds, restart!);
        });
        _simulation.After(1.Nanoseconds, restart);

        Assert.That(BytesWhileRunning(), Is.Zero);
    }

    [Test]
    public void Drawing_allocates_nothing()
    {
        var (sum, link) = (0.0, Entity.Link(Entity.Of("meter", 1), Entity.Of("gateway", 2)));
        var purpose = Purpose.Named("shadowing");
        Reaction? channel = null;
        channel = new Reaction(() =>
        {
            var draw = _simulation.Random.Draw(link, purpose, _simulation.EventsFired);
            sum += draw.Normal();
            _simulation.After(5.Nanoseconds, channel!);
        });
        _simulation.After(1.Nanoseconds, channel);

        Assert.That(BytesWhileRunning(), Is.Zero);
    }

    private void Start(Func<Process> make, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _simulation.Start(make());
        }
    }

    /// <summary>Allocations of a stretch of at least <see cref="Events"/> wake-ups after one that is longer.</summary>
    private long BytesWhileRunning()
    {
        RunFor(3 * Events);
        var before = GC.GetAllocatedBytesForCurrentThread();
        RunFor(Events);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void RunFor(int events)
    {
        var end = _simulation.EventsFired + events;
        while (_simulation.EventsFired < end)
        {
            _simulation.RunUntil(_simulation.Now + 1.Microseconds);
        }
    }
}
