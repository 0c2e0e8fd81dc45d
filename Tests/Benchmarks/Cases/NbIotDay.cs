namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>The NB-IoT radio hop with its datagrams: a <see cref="NbIotFleet"/> whose cells grow with it. No probe listens.</summary>
internal static class NbIotDay
{
    // An exchange is five events, six messages and about thirty stays in a state of the radio: three to four times an uplink of LoRaWAN.
    public static IEnumerable<Benchmark> All => [Case(10_000, goal: 3500), Case(100_000, goal: 5000), Case(1_000_000, goal: 7000)];

    private static Benchmark Case(int devices, double goal) =>
        new($"nbiot-day/{devices}", "report", 250_000, () => new Workload(devices), goal, null, devices);

    private sealed class Workload : IWorkload
    {
        private readonly NbIotFleet _fleet;
        private readonly int _devices;

        public Workload(int devices)
        {
            _devices = devices;
            _fleet = new NbIotFleet(devices);
            Run(devices);
        }

        public long Run(long work)
        {
            _fleet.Simulation.RunUntil(_fleet.Simulation.Now + NbIotFleet.Period * ((double)work / _devices));
            return work;
        }
    }
}
