using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>The LoRaWAN radio hop: periodic reports over one gateway with eight channels and the full interference rule.</summary>
/// <remarks>
/// Everything that a study pays for is in: reports drawn for a fleet, metered nodes, duty cycle, interference, demodulators, backhaul,
/// delivery at the network server. No probe listens, and there are no strangers, whose frames are not uplinks.
/// </remarks>
internal static class LoRaWanHop
{
    // A million uplinks a second of CPU with ten thousand devices, at most twice as dear with a million.
    public static IEnumerable<Benchmark> All =>
        [
            new("lorawan-hop/10000", "uplink", 500_000, () => new Workload(10_000), 1000),
            new("lorawan-hop/1000000", "uplink", 500_000, () => new Workload(1_000_000), 2000),
        ];

    internal sealed class Workload : IWorkload
    {
        private static readonly Duration Period = 1.Hours;
        private readonly Simulation _simulation = new();
        private readonly Node[] _nodes;

        public Workload(int devices)
        {
            var observers = new Observers();
            var technology = new LoRaWanEu868(new LoRaWanEu868Options { Gateways = 1, ForeignLoad = 0 });
            var root = new Branch(new Relation(0, "reading", ["utility"], new Content(10, 16), null), -1, null, []);
            root.Grow(0, ["waiting", .. technology.Stages, "processing"]).Seat(0);
            var server = new Node(_simulation, Entity.Of("network-server"), observers);
            _nodes = new Node[devices];
            var site = new Site(_simulation, observers, _nodes, 5000, new Demand(devices / Period.TotalSeconds, 20));
            var network = technology.Install(site);
            var places = Sunflower.Places(devices, site.Radius, 1.2);
            for (var i = 0; i < devices; i++)
            {
                _nodes[i] = new Node(_simulation, Entity.Of("meter", i), observers) { Position = places[i], IsMetered = true };
                _nodes[i].Connect([new EdgeSessions(network.Join(_nodes[i], server))]);
            }

            new PeriodicTraffic(_simulation, _nodes, root, Period, SimTime.End).Start();
            _simulation.RunUntil(SimTime.Start + Period);
        }

        public long Run(long work)
        {
            _simulation.RunUntil(_simulation.Now + Period * ((double)work / _nodes.Length));
            return work;
        }
    }
}
