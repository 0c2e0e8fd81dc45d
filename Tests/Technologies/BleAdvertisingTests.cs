using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Scenarios;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>Events by hand, scanning, whole scenarios.</summary>
public sealed class BleAdvertisingTests
{
    private const string Shop = """
        study: { seed: 1, replications: 2, duration: 1 h }
        jobs:
          labels:
            source: a test
            area: { radius: 30 m }
            parties: { tag: { count: 50, device: coin-cell-sensor }, office: { kind: application } }
            relations:
              reading: { from: tag, to: office, carries: CONTENT, every: 1 min, require: { delivery: ">= 95 %", within: 10 s } }
        architectures:
          tags:
            hops:
              - { from: tag, to: office, over: [ble-advertising, internet], speaks: udp }
        comparisons:
          one:
            question: Does it work?
            job: labels
            cross: { architecture: [tags] }
        """;

    [Test]
    public void A_scenario_runs_end_to_end()
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(Shop.Replace("CONTENT", "4 x 16 bit", StringComparison.Ordinal)));

        Assert.That(
            results.Rows<RunRow>().Where(row => row.Metric == "delivery"),
            Is.Not.Empty.And.All.Property(nameof(RunRow.Value)).GreaterThan(0.95)
        );
    }

    [Test]
    public void Content_beyond_an_advertisement_is_refused() =>
        Assert.That(
            () => new BleAdvertising(new BleAdvertisingOptions()).Refuses([new DeviceFlow(new Content(27, 8), 1)]),
            Is.EqualTo("27 B of content do not fit into the 26 B of an advertisement")
        );

    [Test]
    public void Messages_to_devices_are_refused() =>
        Assert.That(
            new BleAdvertising(new BleAdvertisingOptions()).Refuses([new DeviceFlow(new Content(1, 8), 1, IsToDevice: true)]),
            Does.Contain("nothing to devices")
        );

    [TestCase(0, 128)]
    [TestCase(19, 280)]
    [TestCase(31, 376)]
    public void An_advertisement_takes_a_microsecond_a_bit(int data, int microseconds) =>
        Assert.That(BlePdu.Advertisement(data), Is.EqualTo(microseconds.Microseconds));

    /// <summary>Waking up 1500, then three times 280 with 250 between: 1500, 2030, 2560 after the message; the next event a second after this one.</summary>
    [Test]
    public void An_event_advertises_on_three_channels_in_turn()
    {
        var scene = new Scene(new BleAdvertisingOptions { Events = 2, GreatestDelay = Duration.Zero });
        scene.Report();
        scene.Simulation.RunUntil(SimTime.Start + 3.Seconds);

        Assert.That(scene.Air.Select(at => at.Nanoseconds / 1000), Is.EqualTo(new[] { 1500, 2030, 2560, 1_001_500, 1_002_030, 1_002_560 }));
    }

    [Test]
    public void A_gateway_that_always_listens_hears_one_channel_of_an_event()
    {
        var scene = new Scene(new BleAdvertisingOptions { Events = 1 });
        scene.Report();
        scene.Simulation.RunUntil(SimTime.Start + 1.Seconds);

        Assert.Multiple(() =>
        {
            Assert.That(scene.Lost, Has.Count.EqualTo(2).And.All.EqualTo(DropReason.ReceiverBusy));
            Assert.That(scene.Arrived, Is.EqualTo(1));
        });
    }

    /// <summary>1000 messages of one event: 10 % of them arrive; standard deviation 0.95 %, four of them. Those cut at the end of a window are 2.8 % fewer.</summary>
    [Test]
    public void A_gateway_that_listens_a_tenth_of_the_time_hears_a_tenth_of_the_events()
    {
        var scene = new Scene(new BleAdvertisingOptions { Events = 1, ScanWindow = 10.Milliseconds });
        for (var i = 0; i < 1000; i++)
        {
            scene.Report();
            scene.Simulation.RunUntil(scene.Simulation.Now + 1.0371.Seconds);
        }

        Assert.That(scene.Arrived / 1000.0, Is.EqualTo(0.0972).Within(0.038));
    }

    [Test]
    public void A_new_message_ends_the_events_of_the_one_before()
    {
        var scene = new Scene(
            new BleAdvertisingOptions
            {
                Events = 100,
                ScanWindow = 2.5.Milliseconds,
                ScanInterval = 40.Seconds,
            }
        );
        scene.Report();
        scene.Simulation.RunUntil(SimTime.Start + 2.Seconds);
        scene.Report();
        scene.Simulation.RunUntil(SimTime.Start + 4.Seconds);

        // Whatever became of the first, nothing of it is sent any more: three advertisements a second.
        Assert.Multiple(() =>
        {
            Assert.That(scene.Arrived + scene.GivenUp, Is.EqualTo(1));
            Assert.That(scene.Air.Count(at => at > SimTime.Start + 2.Seconds), Is.LessThanOrEqualTo(6));
        });
    }

    /// <summary>Waking up takes 15 uJ, three advertisements 3 · 280 us · 5.3 mA · 2.7 V; the rest of a second is sleep.</summary>
    [Test]
    public void An_event_costs_what_its_states_say()
    {
        var scene = new Scene(new BleAdvertisingOptions { Events = 1 });
        scene.Report();
        scene.Simulation.RunUntil(SimTime.Start + 1.Seconds);
        var meter = scene.Device.Meters.Single();
        meter.Settle(scene.Simulation.Now);

        Assert.That(meter.Joules, Is.EqualTo(15e-6 + 840e-6 * 5.3e-3 * 2.7 + (1 - 1500e-6 - 840e-6) * 1.3e-6 * 2.7).Within(0.001).Percent);
    }

    [Test]
    public void A_scan_window_beyond_its_interval_is_refused() =>
        Assert.That(
            () => new BleAdvertising(new BleAdvertisingOptions { ScanWindow = 1.Seconds }),
            Throws.ArgumentException.With.Message.Contains("scan-interval")
        );

    /// <summary>One device and one gateway.</summary>
    private sealed class Scene : Probe
    {
        private readonly Branch _way;

        public Scene(BleAdvertisingOptions options)
        {
            var observers = new Observers();
            observers.Add(this);
            _way = new Branch(new Relation(0, "reading", ["consumer"], new Content(14, 8), null), -1, null, []);
            _way.Grow(0, ["waiting", "air", "backhaul", "processing"]).Seat(0);
            Device = new Node(Simulation, Entity.Of("tag"), observers) { Position = new Position(5, 0, 1), IsMetered = true };
            var site = new Site(Simulation, observers, [Device], 20, new Demand(1, 14))
            {
                Propagation = new PropagationOptions { Shadowing = 0, Buildings = BuildingModel.None },
            };
            var network = new BleAdvertising(options with { Gateways = 1 }).Install(site);
            Device.Connect([new EdgeSessions(network.Join(Device, new Node(Simulation, Entity.Of("network-server"), observers)))]);
        }

        public Simulation Simulation { get; } = new();

        public Node Device { get; }

        public List<SimTime> Air { get; } = [];

        public List<DropReason> Lost { get; } = [];

        public int Arrived { get; private set; }

        public int GivenUp { get; private set; }

        public void Report() => Device.Originate(new Message(_way, Device.Entity, 0, Simulation.Now));

        public override void FrameSent(Medium medium, int bytes, Duration occupied) => Air.Add(Simulation.Now);

        public override void FrameLost(Medium medium, DropReason reason) => Lost.Add(reason);

        public override void Delivered(in Message message, int consumer, SimTime now) => Arrived++;

        public override void Dropped(in Message message, DropReason reason, SimTime now) => GivenUp++;
    }
}
