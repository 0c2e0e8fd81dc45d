namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>The LoRaWAN radio hop: a <see cref="LoRaWanFleet"/> around one gateway. No probe listens.</summary>
internal static class LoRaWanHop
{
    // A million uplinks a second of CPU with ten thousand devices, at most twice as dear with a million.
    public static IEnumerable<Benchmark> All => [Case(10_000, goal: 1000), Case(100_000, goal: 1500), Case(1_000_000, goal: 2000)];

    private static Benchmark Case(int devices, double goal) =>
        new($"lorawan-hop/{devices}", "uplink", 500_000, () => new Workload(devices), goal, ["lorawan", "radix", $"{devices}"], devices);

    private sealed class Workload : IWorkload
    {
        private readonly LoRaWanFleet _fleet;
        private readonly int _devices;

        public Workload(int devices)
        {
            _devices = devices;
            _fleet = new LoRaWanFleet(devices, gateways: 1, radius: 5000);
            Run(devices);
        }

        public long Run(long work)
        {
            _fleet.Simulation.RunUntil(_fleet.Simulation.Now + LoRaWanFleet.Period * ((double)work / _devices));
            return work;
        }
    }
}
