using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>The hold model: each event schedules the next, so that the number pending stays.</summary>
/// <remarks>D. W. Jones, "An empirical comparison of priority-queue and event-set implementations", Comm. ACM 29(4), 1986.</remarks>
internal static class Hold
{
    private const long Events = 2_000_000;

    public static IEnumerable<Benchmark> All =>
        from pending in (int[])[1_000, 100_000, 1_000_000]
        from benchmark in (Benchmark[])
            [
                Case("shared", pending, new SharedTarget(), goal: 80),
                Case("distinct", pending, new DistinctTargets(), goal: 150),
                Case("processes", pending, new Processes(), goal: 225),
            ]
        select benchmark;

    private static Benchmark Case(string targets, int pending, IPopulation population, double goal) =>
        new($"hold/{targets}/{pending}", "event", Events, () => new Workload(pending, population), goal, [targets, "radix", $"{pending}"]);

    private interface IPopulation
    {
        void Populate(Simulation simulation, Delays delays, int pending);
    }

    private sealed class SharedTarget : IPopulation
    {
        public void Populate(Simulation simulation, Delays delays, int pending)
        {
            var device = new Device(simulation, delays);
            for (var i = 0; i < pending; i++)
            {
                simulation.After(delays.Next(), device, i);
            }
        }
    }

    private sealed class DistinctTargets : IPopulation
    {
        public void Populate(Simulation simulation, Delays delays, int pending)
        {
            for (var i = 0; i < pending; i++)
            {
                simulation.After(delays.Next(), new Device(simulation, delays), i);
            }
        }
    }

    private sealed class Processes : IPopulation
    {
        public void Populate(Simulation simulation, Delays delays, int pending)
        {
            for (var i = 0; i < pending; i++)
            {
                simulation.Start(Device(simulation, delays));
            }
        }

        private static async Process Device(Simulation simulation, Delays delays)
        {
            while (true)
            {
                await simulation.Delay(delays.Next());
            }
        }
    }

    private sealed class Device(Simulation simulation, Delays delays) : IEventTarget
    {
        private long _fired;

        public void Fire(long token)
        {
            _fired++;
            simulation.After(delays.Next(), this, token);
        }
    }

    private sealed class Workload : IWorkload
    {
        private readonly Simulation _simulation = new();
        private readonly int _pending;

        public Workload(int pending, IPopulation population)
        {
            _pending = pending;
            population.Populate(_simulation, new Delays(), pending);
        }

        public long Run(long work)
        {
            // The mean delay is 1 s: so many events a second as are pending.
            var before = _simulation.EventsFired;
            _simulation.RunUntil(_simulation.Now + Duration.FromSeconds((double)work / _pending));
            return _simulation.EventsFired - before;
        }
    }
}
