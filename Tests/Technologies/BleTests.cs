using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Scenarios;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>Gateways and their connections, what is refused, a whole scenario.</summary>
public sealed class BleTests
{
    private const string Office = """
        study: { seed: 1, replications: 2, duration: 2 h }
        jobs:
          office:
            source: a test
            area: { radius: 15 m }
            parties: { sensor: { count: 30, device: coin-cell-sensor }, service: { kind: application } }
            relations:
              reading: { from: sensor, to: service, carries: 4 x 16 bit, every: 1 min, require: { delivery: ">= 95 %", within: 10 s } }
              setting: { from: service, to: sensor, carries: 1 x 16 bit, every: 1 h, pairing: any }
        architectures:
          connected:
            hops:
              - { from: sensor, to: service, over: [ble, fibre, internet], speaks: coap }
        comparisons:
          one:
            question: Does it work?
            job: office
            cross: { architecture: [connected] }
        """;

    [Test]
    public void A_scenario_runs_end_to_end()
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(Office));

        Assert.That(
            results.Rows<RunRow>().Where(row => row.Metric == "delivery"),
            Is.Not.Empty.And.All.Property(nameof(RunRow.Value)).GreaterThan(0.95)
        );
    }

    [Test]
    public void Gateways_are_enough_for_every_device() => Assert.That(Built(new BleOptions(), 50).Gateways, Has.Count.EqualTo(3));

    [Test]
    public void Whoever_finds_no_place_is_out_of_range()
    {
        var simulation = new Simulation(1);
        var installation = Built(
            new BleOptions
            {
                Gateways = 1,
                Connections = 2,
                Interval = 20.Milliseconds,
            },
            3,
            simulation,
            out var nodes
        );
        var log = new Tests.Media.FrameLog();
        var legs = nodes.Select(node => installation.Join(node, log.Far).Up).ToArray();

        Assert.That(legs.Select(leg => leg.Medium == installation.Network), Is.EqualTo(new[] { true, true, false }));
    }

    [Test]
    public void More_connections_than_an_interval_holds_are_refused() =>
        Assert.That(
            () => new Ble(new BleOptions { Interval = 20.Milliseconds, Latency = 0 }),
            Throws.ArgumentException.With.Message.Contains("20 connections leave 1 ms").And.Message.Contains("4.54 ms")
        );

    [Test]
    public void A_time_out_within_the_latency_is_refused() =>
        Assert.That(
            () => new Ble(new BleOptions { Supervision = 1.Seconds }),
            Throws.ArgumentException.With.Message.Contains("has to exceed 2 (1 + latency) intervals")
        );

    private static BleInstallation Built(BleOptions options, int devices) => Built(options, devices, new Simulation(1), out _);

    private static BleInstallation Built(BleOptions options, int devices, Simulation simulation, out Node[] nodes)
    {
        var observers = new Observers();
        nodes =
        [
            .. Enumerable
                .Range(0, devices)
                .Select(i => new Node(simulation, Entity.Of("sensor", i), observers) { Position = new Position(1 + i % 5, i % 7, 1) }),
        ];
        return (BleInstallation)
            new Ble(options).Install(
                new Site(simulation, observers, nodes, 10, new Demand(devices, 8, Delivery: 1))
                {
                    Propagation = new PropagationOptions { Shadowing = 0, Buildings = BuildingModel.None },
                }
            );
    }
}
