using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Kernel.Distributions;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Documents;

/// <summary>The examples of docs/porting.md, compiled and run; its table quotes lines of them, its blocks are the regions.</summary>
public sealed class PortingExamples
{
    [Test]
    public void Time_processes_and_events()
    {
        var finished = new List<double>();

        #region a whole program
        var simulation = new Simulation(seed: 42);
        simulation.Start(Meter(simulation, 3));
        simulation.RunUntil(SimTime.Start + 10.Seconds);

        async Process Meter(Simulation simulation, int reports)
        {
            for (var i = 0; i < reports; i++)
            {
                await simulation.Delay(3.Seconds);
                finished.Add(simulation.Now.TotalSeconds);
            }
        }
        #endregion

        Assert.That(finished, Is.EqualTo([3, 6, 9]));
    }

    [Test]
    public void Results_and_conditions()
    {
        var simulation = new Simulation();
        var log = new List<string>();

        async Process<int> Measure()
        {
            await simulation.Delay(2.Seconds);
            return 21;
        }

        async Process Waiting()
        {
            var value = await Measure();
            log.Add($"{value}");

            var reply = new Event<int>(simulation);
            simulation.Start(Answer(reply));
            var first = await simulation.AnyOf(reply, simulation.Timeout(3.Seconds));
            log.Add(first == reply ? $"reply {reply.Value}" : "no reply");

            var (left, right) = (Measure(), Measure());
            await simulation.AllOf(left, right);
            log.Add($"{left.Result + right.Result} at {simulation.Now}");
        }

        async Process Answer(Event<int> reply)
        {
            await simulation.Delay(1.Seconds);
            reply.Succeed(7);
        }

        simulation.Start(Waiting());
        simulation.Run();

        Assert.That(log, Is.EqualTo(["21", "reply 7", "42 at 5 s"]));
    }

    [Test]
    public void A_failure_is_caught_where_it_is_awaited()
    {
        var simulation = new Simulation();
        var log = new List<string>();

        async Process Download()
        {
            await simulation.Delay(1.Seconds);
            throw new TimeoutException("no answer");
        }

        #region failures
        async Process Client()
        {
            try
            {
                await Download();
            }
            catch (TimeoutException e)
            {
                log.Add(e.Message);
            }
        }
        #endregion

        simulation.Start(Client());
        simulation.Run();

        Assert.That(log, Is.EqualTo(["no answer"]));
    }

    [Test]
    public void Interrupts()
    {
        var simulation = new Simulation();
        var log = new List<string>();

        #region interrupts
        async Process Sleeper()
        {
            try
            {
                await simulation.Delay(8.Hours);
            }
            catch (InterruptException e)
            {
                log.Add($"woken by {e.Cause} at {simulation.Now}");
            }
        }
        #endregion

        async Process Alarm(Process sleeper)
        {
            await simulation.Delay(5.Seconds);
            sleeper.Interrupt("fire");
        }

        var sleeper = Sleeper();
        simulation.Start(sleeper);
        simulation.Start(Alarm(sleeper));
        simulation.Run();

        Assert.That(log, Is.EqualTo(["woken by fire at 5 s"]));
    }

    [Test]
    public void Resources()
    {
        var simulation = new Simulation();
        var log = new List<string>();
        var counter = new Resource(simulation, capacity: 1);

        #region resources
        async Process Customer(string name)
        {
            using var grant = await counter.Request(within: 2.Seconds);
            if (!grant.IsGranted)
            {
                log.Add($"{name} gave up");
                return;
            }

            await simulation.Delay(5.Seconds);
            log.Add($"{name} served");
        }
        #endregion

        simulation.Start(Customer("first"));
        simulation.Start(Customer("second"));
        simulation.Run();

        Assert.That(log, Is.EqualTo(["second gave up", "first served"]));
    }

    [Test]
    public void Priorities_and_preemption()
    {
        var simulation = new Simulation();
        var log = new List<string>();
        var doctor = new PriorityResource(simulation);
        var repairman = new PreemptiveResource(simulation);

        async Process Patient(int importance)
        {
            using var grant = await doctor.Request(priority: importance);
            log.Add($"patient {importance}");
            await simulation.Delay(1.Seconds);
        }

        #region preemption
        async Process Job()
        {
            for (var left = 30.Minutes; left > Duration.Zero; )
            {
                using var grant = await repairman.Request(priority: 2);
                try
                {
                    await simulation.Delay(left);
                    break;
                }
                catch (InterruptException e) when (e.Cause is Preempted taken)
                {
                    left -= simulation.Now - taken.UsageSince;
                }
            }

            log.Add($"job done at {simulation.Now}");
        }
        #endregion

        async Process Breakdown()
        {
            await simulation.Delay(10.Minutes);
            using var grant = await repairman.Request(priority: 1, preempt: true);
            await simulation.Delay(20.Minutes);
        }

        foreach (var importance in (int[])[3, 2, 1])
        {
            simulation.Start(Patient(importance));
        }

        simulation.Start(Job());
        simulation.Start(Breakdown());
        simulation.Run();

        Assert.That(log, Is.EqualTo(["patient 3", "patient 1", "patient 2", "job done at 3000 s"]));
    }

    [Test]
    public void Containers_and_stores()
    {
        var simulation = new Simulation();
        var log = new List<string>();
        var tank = new Container(simulation, capacity: 100, level: 50);
        var credits = new Container<int>(simulation, capacity: 8, level: 8);
        var inbox = new Store<string>(simulation, capacity: 10);
        var shelf = new FilterStore<int>(simulation);
        var queue = new PriorityStore<(int Priority, string Job)>(simulation);

        async Process Everything()
        {
            await tank.Get(30);
            var moved = await tank.Put(90, within: 1.Seconds);
            await credits.Get(2);
            log.Add($"{tank.Level} {moved} {credits.Level}");

            await inbox.Put("hello");
            var message = await inbox.Get();
            var (inTime, late) = await inbox.Get(within: 1.Seconds);
            log.Add($"{message} {inTime} {late ?? "none"}");

            await shelf.Put(3);
            await shelf.Put(4);
            var even = await shelf.Get(item => item % 2 == 0);
            await queue.Put((2, "report"));
            await queue.Put((1, "alarm"));
            var next = await queue.Get();
            log.Add($"{even} {next.Job}");
        }

        simulation.Start(Everything());
        simulation.Run();

        Assert.That(log, Is.EqualTo(["20 False 6", "hello False none", "4 alarm"]));
    }

    [Test]
    public void Random_numbers()
    {
        var simulation = new Simulation();

        #region random numbers
        var luck = simulation.Random.Stream(Entity.Of("meter", 17), Purpose.Named("report gap"));
        var gap = luck.Exponential(3).Seconds;
        var size = luck.Sample(new Gamma(shape: 2, scale: 20));
        #endregion

        Assert.That((gap > Duration.Zero, size > 0), Is.EqualTo((true, true)));
    }

    [Test]
    public void Callbacks_and_real_time()
    {
        var rung = 0L;

        #region callbacks
        var simulation = new Simulation();
        var bell = new Bell(number => rung = number);
        simulation.After(20.Milliseconds, bell, token: 7);
        simulation.Pacing = new RealTimePacing(factor: 0.1);
        simulation.Run();
        #endregion

        Assert.That(rung, Is.EqualTo(7));
    }

    private sealed class Bell(Action<long> ring) : IEventTarget
    {
        public void Fire(long token) => ring(token);
    }
}
