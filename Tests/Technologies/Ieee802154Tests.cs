using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.LrWpan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Scenarios;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>Trees, sizes and whole scenarios.</summary>
public sealed class Ieee802154Tests
{
    private const string Field = """
        study: { seed: 1, replications: 2, duration: 2 h }
        jobs:
          metering:
            source: a test
            area: { radius: 150 m }
            parties: { meter: { count: 60, device: DEVICE }, utility: { kind: application } }
            relations:
              reading: { from: meter, to: utility, carries: 40 x 16 bit, every: 5 min, require: { delivery: ">= 98 %", within: 10 s } }
              command: { from: utility, to: meter, carries: 4 x 16 bit, every: 1 min, pairing: any, require: { delivery: ">= 90 %", within: 20 s } }
        architectures:
          mesh:
            hops:
              - { from: meter, to: utility, over: [{ ieee-802154: { OPTIONS } }, internet], speaks: { udp: { confirmed: CONFIRMED } } }
        comparisons:
          one:
            question: Does it work?
            job: metering
            cross: { architecture: [mesh] }
        """;

    private static readonly PropagationOptions Plain = new() { Shadowing = 0, Buildings = BuildingModel.None };

    [TestCase("electricity-meter", "border-routers: 1", "false")]
    [TestCase("electricity-meter", "relays: none", "false")]
    [TestCase("aa-sensor", "poll-interval: 3 s", "true")]
    public void A_scenario_runs_end_to_end(string device, string options, string confirmed)
    {
        using var results = new ResultBench();
        results.Run(
            ScenarioText.Load(
                Field
                    .Replace("DEVICE", device, StringComparison.Ordinal)
                    .Replace("OPTIONS", options, StringComparison.Ordinal)
                    .Replace("CONFIRMED", confirmed, StringComparison.Ordinal)
            )
        );
        var delivery = results.Rows<RunRow>().Where(row => row.Metric == "delivery").ToList();

        Assert.That(delivery, Is.Not.Empty.And.All.Property(nameof(RunRow.Value)).GreaterThan(0.9));
    }

    /// <summary>Path loss 7.7 + 37.6 lg d: −90 dBm are reached at 230 m, so that devices every 150 m need a hop each.</summary>
    [Test]
    public void Devices_in_a_row_pass_on_for_each_other()
    {
        var (installation, devices) = Row(5, new Ieee802154Options { BorderRouters = 1 });

        Assert.That(devices.Select(installation.Hops), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
    }

    [Test]
    public void Without_relays_those_far_away_reach_nobody()
    {
        var (installation, devices) = Row(5, new Ieee802154Options { BorderRouters = 1, Relays = RelayDuty.None });

        Assert.That(devices.Select(installation.Hops), Is.EqualTo(new[] { 1, 0, 0, 0, 0 }));
    }

    [Test]
    public void Enough_border_routers_are_built_for_those_who_do_not_relay()
    {
        var (installation, devices) = Row(5, new Ieee802154Options { Relays = RelayDuty.None });

        Assert.Multiple(() =>
        {
            Assert.That(installation.BorderRouters, Has.Count.GreaterThan(1));
            Assert.That(devices.Count(device => installation.Hops(device) == 1), Is.EqualTo(5));
            Assert.That(installation.OutsideDomain.Where(finding => finding.Contains("cannot show", StringComparison.Ordinal)), Is.Empty);
        });
    }

    [Test]
    public void A_load_beyond_the_channel_needs_more_border_routers()
    {
        var few = Row(5, new Ieee802154Options { Relays = RelayDuty.All }, messagesPerSecond: 1).Installation.BorderRouters.Count;
        var many = Row(5, new Ieee802154Options { Relays = RelayDuty.All }, messagesPerSecond: 100).Installation.BorderRouters.Count;

        Assert.That(many, Is.GreaterThan(few));
    }

    /// <summary>IPv4 28 + 40: IPv6 and UDP compressed 2 + 8 + 7 on the first hop, 2 + 1 + 2 + 8 + 7 on the next; 40 of payload.</summary>
    [TestCase(true, 57)]
    [TestCase(false, 60)]
    public void A_packet_is_compressed_by_its_hop(bool isFirst, int octets)
    {
        var hop = new LowPanHop(IsUp: true, isFirst, IsLast: false, LrWpanMac.DataOctets);
        var fragments = new LowPanCompression(farContext: true, maximum: 1280).Fragments(68, isUdp: true, hop);

        Assert.That(fragments, Is.EqualTo(M2mVsIoTSim.Radio.LowPan.LowPanFragments.Whole(octets)));
    }

    [Test]
    public void A_packet_beyond_the_greatest_is_refused() =>
        Assert.That(
            new LowPanCompression(farContext: true, maximum: 1280).Fragments(1261, isUdp: false, new LowPanHop(true, true, true, 11)),
            Is.Null
        );

    [Test]
    public void A_poll_interval_beyond_what_parents_keep_is_refused() =>
        Assert.That(
            () => new Ieee802154(new Ieee802154Options { PollInterval = 10.Seconds }),
            Throws.ArgumentException.With.Message.Contains("10 s")
        );

    [Test]
    public void The_loss_between_two_devices_is_the_same_both_ways_and_has_the_spread_of_its_model()
    {
        var random = new Randomness(3, 0);
        var propagation = new Propagation(new PropagationOptions { Buildings = BuildingModel.None }, 2442.5.Megahertz, random);
        var losses = new List<double>();
        for (var i = 0; i < 4000; i++)
        {
            var a = propagation.Stand(Entity.Of("a", i), new Position(i * 1000, 0, 1), 0);
            var b = propagation.Stand(Entity.Of("b", i), new Position(i * 1000 + 60, 0, 1), 0);
            losses.Add(propagation.Between(a, b));
            Assert.That(propagation.Between(b, a), Is.EqualTo(losses[^1]));
        }

        var mean = losses.Average();
        var deviation = Math.Sqrt(losses.Average(loss => (loss - mean) * (loss - mean)));
        // 4000 samples: the standard error of a deviation of 4 dB is 4/√8000 = 0.045; four of them.
        Assert.That(deviation, Is.EqualTo(4).Within(0.18));
    }

    private static (Ieee802154Installation Installation, Node[] Devices) Row(
        int count,
        Ieee802154Options options,
        double messagesPerSecond = 0.1
    )
    {
        var (simulation, observers) = (new Simulation(1), new Observers());
        Node[] devices =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Node(simulation, Entity.Of("device", i), observers) { Position = new Position(150 * (i + 1), 0, 1.5) }),
        ];
        var site = new Site(simulation, observers, devices, 800, new Demand(messagesPerSecond, 40)) { Propagation = Plain };
        return ((Ieee802154Installation)new Ieee802154(options).Install(site), devices);
    }
}
