using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>M/M/1 at load 0.8 with one process a customer and addressed draws.</summary>
internal static class Customers
{
    // Five million customers a second of CPU.
    private const double Goal = 200;

    public static IEnumerable<Benchmark> All =>
        [new("customers/mm1", "customer", 500_000, () => new Workload(), Goal, ["customers", "radix", "1"])];

    private sealed class Workload : IWorkload
    {
        private readonly Simulation _simulation = new();
        private readonly Resource _server;
        private readonly RandomStream _services;
        private long _served;
        private long _waited;

        public Workload()
        {
            _server = new Resource(_simulation);
            _services = _simulation.Random.Stream(Entity.Of("customer"), Purpose.Named("service"));
            _simulation.Start(Source());
        }

        public long Run(long work)
        {
            // An arrival a second.
            var before = _served;
            _simulation.RunUntil(_simulation.Now + Duration.FromSeconds(work));
            return _served - before;
        }

        private async Process Source()
        {
            var arrivals = _simulation.Random.Stream(Entity.Of("customer"), Purpose.Named("arrival"));
            while (true)
            {
                await _simulation.Delay(arrivals.Exponential(1).Seconds);
                _simulation.Start(Customer());
            }
        }

        private async Process Customer()
        {
            var arrival = _simulation.Now;
            using var grant = await _server.Request();
            _waited += (_simulation.Now - arrival).Nanoseconds;
            await _simulation.Delay(_services.Exponential(0.8).Seconds);
            _served++;
        }
    }
}
