using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>Meters on even places in a disc that report 20 octets every hour over LoRaWAN with eight channels and the full interference rule.</summary>
/// <remarks>
/// Everything that a study pays for is in: reports drawn for a fleet, metered nodes, duty cycle, interference, demodulators, backhaul,
/// delivery at the network server. There are no strangers, whose frames are not uplinks.
/// </remarks>
internal sealed class LoRaWanFleet
{
    public static readonly Duration Period = 1.Hours;

    public LoRaWanFleet(int devices, int gateways, double radius, params ReadOnlySpan<Probe> probes)
    {
        var observers = new Observers();
        foreach (var probe in probes)
        {
            observers.Add(probe);
        }

        // Power and sensitivities of the baseline.
        var technology = new LoRaWan(
            new LoRaWanEu868Options
            {
                Gateways = gateways,
                ForeignLoad = 0,
                TransmitPower = 14,
                GatewayReceiver = LoRaReceiverChip.Sx1301,
            }
        );
        var root = new Branch(new Relation(0, "reading", ["utility"], new Content(10, 16), null), -1, null, []);
        root.Grow(0, ["waiting", .. technology.Stages, "processing"]).Seat(0);
        var server = new Node(Simulation, Entity.Of("network-server"), observers);
        var nodes = new Node[devices];
        var network = technology.Install(new Site(Simulation, observers, nodes, radius, new Demand(devices / Period.TotalSeconds, 20)));
        var places = Sunflower.Places(devices, radius, 1.2);
        for (var i = 0; i < devices; i++)
        {
            nodes[i] = new Node(Simulation, Entity.Of("meter", i), observers) { Position = places[i], IsMetered = true };
            var device = (LoRaWanDevice)network.Join(nodes[i], server);
            Links += device.Reaches.Count;
            nodes[i].Connect([new EdgeSessions(device)]);
        }

        new PeriodicTraffic(Simulation, nodes, root, Period, SimTime.End).Start();
    }

    public Simulation Simulation { get; } = new();

    /// <summary>Pairs of a device and a gateway that hears it, be it as interference only [1].</summary>
    public long Links { get; }
}
