using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Benchmarks;

/// <summary>The LoRaWAN radio hop: periodic reports over one gateway with eight channels and the full interference rule.</summary>
/// <remarks>
/// Everything that a study pays for is in: reports drawn from a shared fleet, metered nodes, duty cycle, interference, demodulators,
/// backhaul, delivery at the network server. No probe listens. Shadowing only sets devices up; foreign traffic is left out, since its
/// frames are not uplinks.
/// </remarks>
public static class LoRaWanHop
{
    private static readonly LoRaWanEu868Options Options = new() { Gateways = 1, ForeignLoad = 0 };

    /// <summary>Runs a fleet until it has sent so many uplinks after one period of warm-up.</summary>
    /// <param name="devices">Size of the fleet [1].</param>
    /// <param name="uplinks">Uplinks to measure [1].</param>
    /// <param name="period">Of the reports of a device.</param>
    /// <param name="options">Of the network; null for the preset with one gateway.</param>
    /// <returns>Uplinks for each second of processor time [1/s], and memory for each device, everything included [B].</returns>
    public static (double UplinksPerSecond, double BytesPerDevice) Run(
        int devices,
        long uplinks,
        Duration period,
        LoRaWanEu868Options? options = null
    )
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var simulation = new Simulation();
        var (nodes, traffic) = Build(simulation, devices, period, options ?? Options);
        traffic.Start();
        simulation.RunUntil(SimTime.Start + period);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var start = Environment.CpuUsage.TotalTime;
        simulation.RunUntil(simulation.Now + period * ((double)uplinks / devices));
        var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        GC.KeepAlive(nodes);
        return (uplinks / seconds, (double)bytes / devices);
    }

    private static (Node[] Nodes, PeriodicTraffic Traffic) Build(
        Simulation simulation,
        int devices,
        Duration period,
        LoRaWanEu868Options options
    )
    {
        var observers = new Observers();
        var technology = new LoRaWanEu868(options);
        var root = new Branch(new Relation(0, "reading", ["utility"], new Content(10, 16), null), -1, null, []);
        root.Grow(0, ["waiting", .. technology.Stages, "processing"]).Seat(0);
        var server = new Node(simulation, Entity.Of("network-server"), observers);
        var nodes = new Node[devices];
        var site = new Site(simulation, observers, nodes, 5000, new Demand(devices / period.TotalSeconds, 20));
        var network = technology.Install(site);
        var places = Sunflower.Places(devices, site.Radius, 1.2);
        for (var i = 0; i < devices; i++)
        {
            nodes[i] = new Node(simulation, Entity.Of("meter", i), observers) { Position = places[i], IsMetered = true };
            nodes[i].Connect([new EdgeSessions([network.Join(nodes[i], server)])]);
        }

        return (nodes, new PeriodicTraffic(simulation, nodes, root, period, SimTime.End));
    }
}
