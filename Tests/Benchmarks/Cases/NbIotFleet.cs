using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>Meters on even places that report 20 octets every hour over NB-IoT and UDP: a site of three sectors for ten thousand of them, a kilometre around it.</summary>
/// <remarks>
/// Everything that a study pays for is in: reports drawn for a fleet, metered nodes, the datagram, random access, signalling, HARQ, release. Carriers are dimensioned. Connections end
/// with the report.
/// </remarks>
internal sealed class NbIotFleet
{
    public static readonly Duration Period = 1.Hours;
    private const int DevicesPerSite = 10_000;
    private const double SiteRadius = 1000;

    public NbIotFleet(int devices)
    {
        var observers = new Observers();
        var technology = new NbIot(
            new NbIotOptions { Sites = devices / DevicesPerSite, ReleaseAssistance = M2mVsIoTSim.Media.Cells.ReleaseAssistance.AfterUplink }
        );
        var protocol = new Udp(new UdpOptions());
        var root = new Branch(new Relation(0, "reading", ["utility"], new Content(10, 16), null), -1, null, []);
        root.Grow(0, ["waiting", technology.Name, "processing"]).Seat(0);
        var server = new Node(Simulation, Entity.Of("server"), observers);
        var radius = SiteRadius * Math.Sqrt((double)devices / DevicesPerSite);
        var places = Sunflower.Places(devices, radius, 1.5);
        Node[] nodes =
        [
            .. places.Select((place, i) => new Node(Simulation, Entity.Of("meter", i), observers) { Position = place, IsMetered = true }),
        ];
        var load = new WireLoad([new WireFlow(devices / Period.TotalSeconds, WireCost.OfContent(48))]);
        var network = technology.Install(
            new Site(Simulation, observers, nodes, radius, new Demand(devices / Period.TotalSeconds, 20)) { Load = load }
        );
        foreach (var node in nodes)
        {
            var (up, down) = network.Join(node, server);
            node.Connect([new EdgeSessions(protocol.Connect(new SessionPlan(node, server, [up], [down])))]);
        }

        new PeriodicTraffic(Simulation, nodes, root, Period, SimTime.End).Start();
    }

    public Simulation Simulation { get; } = new();
}
