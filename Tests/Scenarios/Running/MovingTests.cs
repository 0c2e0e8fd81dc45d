using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>Parties that move, from the file to the air.</summary>
public sealed class MovingTests
{
    private const string Fleet = """
        study: { seed: 7, replications: 1, duration: 2 h }
        jobs:
          fleet:
            source: a test
            area: { radius: 8 km, propagation: { fading: rayleigh } }
            parties:
              truck: { count: 12, device: lithium-sensor, MOVES }
              office: { kind: application }
            relations:
              position: { from: truck, to: office, carries: 2 x 16 bit, every: 3 min, require: { delivery: ">= 90 %", within: 1 min } }
              order: { from: office, to: truck, carries: 1 x 16 bit, every: 20 min }
        architectures:
          direct:
            hops: [{ from: truck, to: office, over: [ACCESS, internet], speaks: push }]
        comparisons:
          fleet:
            question: Where are they?
            job: fleet
            cross: { architecture: [direct] }
        """;

    /// <summary>Two sites on a road; a truck drives from one to the other and back, and is connected all the way.</summary>
    private const string Road = """
        study: { seed: 7, replications: 1, duration: 2 h }
        jobs:
          road:
            source: a test
            area: { radius: 8 km, propagation: { shadowing: 0 dB } }
            parties:
              truck:
                moves:
                  speed: 10 m/s
                  begin: together
                  waypoints: [{ east: 4 km, north: 0 m }, { east: -4 km, north: 0 m }]
              office: { kind: application }
            relations:
              position: { from: truck, to: office, every: 10 s }
        architectures:
          cellular:
            hops: [{ from: truck, to: office, over: [lte-m: { sites: 2, sectors: 1, inactivity: 1 h, release-assistance: none, handover-hysteresis: 3 dB, handover-check: 500 ms }, internet], speaks: udp }]
        comparisons:
          road:
            question: Where does the cell change?
            job: road
            cross: { architecture: [cellular] }
        """;

    private const string Still = "moves: { speed: 0 m/s }";
    private const string Driving = "moves: { speed: 5 m/s, up-to: 25 m/s, pause: 5 min }";

    /// <summary>With LoRaWAN, who stays sends as its link allows unless a rate is given; who moves knows no link.</summary>
    private static readonly string[] Technologies =
    [
        "lorawan-eu868: { spreading-factor: 10 }",
        "sigfox-rc1",
        "nb-fi",
        "lte-m",
        "nb-iot",
        "lte-cat1",
        "gprs",
        "wifi: { access-points: 1, device-power: 20 dBm }",
    ];

    [TestCaseSource(nameof(Technologies))]
    public void Who_moves_at_no_speed_does_to_the_bit_what_who_stays_does(string access) =>
        Assert.That(Observe(Over(access, Still)), Is.EqualTo(Observe(Over(access, ""))));

    [TestCaseSource(nameof(Technologies))]
    public void Who_moves_does_something_else(string access) =>
        Assert.That(Observe(Over(access, Driving)), Is.Not.EqualTo(Observe(Over(access, ""))));

    [Test]
    public void Ways_are_the_same_for_every_architecture_and_technology()
    {
        var ways = Technologies.Select(access => Places(Build(Over(access, Driving)), 0, 1000, 5000)).ToList();

        Assert.That(ways, Is.All.EqualTo(ways[0]));
    }

    [Test]
    public void A_truck_changes_its_cell_when_the_other_is_better_by_the_hysteresis()
    {
        var cell = ScenarioText.Load(Road).Cells.Single();
        var network = Build(cell);
        var log = new ChangeLog();
        network.Observers.Add(log);
        network.Open();
        network.Simulation.RunUntil(SimTime.Start + 40.Minutes);

        Assert.That(log.Changes.Select(change => change.TotalSeconds), Is.EqualTo(Expected(network, 10, 40 * 60)));
    }

    /// <summary>Looks at multiples of half a second, and compares 37.6 lg of the slant distances to the two sites.</summary>
    private static List<double> Expected(BuiltNetwork network, double from, double to)
    {
        var truck = network.Nodes[network.Plan.Tier("truck").Index][0];
        var sites = M2mVsIoTSim.Technologies.Sunflower.Places(2, 8000, 30);
        List<double> changes = [];
        var serving = 0;
        for (var second = from; second < to; second += 0.5)
        {
            // A triangle wave: 8 km in 800 s.
            var within = second % 1600;
            var at = new Position(within < 800 ? 4000 - 10 * within : -4000 + 10 * (within - 800), 0, truck.Position.Z);
            var gain = 37.6 * Math.Log10(at.DistanceTo(sites[serving]) / at.DistanceTo(sites[1 - serving]));
            if (gain > 3)
            {
                changes.Add(second);
                serving = 1 - serving;
            }
        }

        return changes;
    }

    private static Cell Over(string access, string moves) =>
        ScenarioText
            .Load(Fleet.Replace("ACCESS", access, StringComparison.Ordinal).Replace("MOVES", moves, StringComparison.Ordinal))
            .Cells.Single();

    private static BuiltNetwork Build(Cell cell) => NetworkBuilder.Build(cell.Plan, Library.Shipped, null, 7, 0, cell.Times);

    /// <summary>All that is observed, and what the devices draw.</summary>
    private static string Observe(Cell cell)
    {
        var network = Build(cell);
        var digest = new DigestProbe(network.Simulation);
        network.Observers.Add(digest);
        network.Open();
        network.Simulation.RunUntil(cell.Times.Over);
        var meters = network.Nodes[cell.Plan.Tier("truck").Index].SelectMany(node => node.Meters).ToList();
        foreach (var meter in meters)
        {
            meter.Settle(network.Simulation.Now);
        }

        return $"{digest} {digest.Observations} {string.Join(' ', meters.Select(meter => meter.Joules.ToString("R", null)))}";
    }

    private static List<Position> Places(BuiltNetwork network, params double[] seconds) =>
        [
            .. network
                .Nodes[network.Plan.Tier("truck").Index]
                .SelectMany(node => seconds.Select(second => node.PositionAt(SimTime.Start + second.Seconds))),
        ];

    private sealed class ChangeLog : Probe
    {
        public List<SimTime> Changes { get; } = [];

        public override void Reattached(Node node, Duration interruption, SimTime at) => Changes.Add(at);
    }
}
